package org.bihuan.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** The same act at both nodes at the same moment: one succeeds, the other one gets a sentence. */
final class Race {

    private static final int TRIES = 20;

    private static final Duration BEFORE_AGAIN = Duration.ofMillis(200);

    private final Cluster cluster;
    private final History history;
    private final List<String> violations = new ArrayList<>();

    Race(Cluster cluster, History history) {
        this.cluster = cluster;
        this.history = history;
    }

    List<String> violations() {
        return violations;
    }

    /** Lets this many cases be fought over from dispatching to rating. */
    void run(int cases) throws Exception {
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<?>>();
            for (int i = 0; i < cases; i++) {
                String grid = String.valueOf(i);
                all.add(people.submit(() -> {
                    fightOver(grid);
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
    }

    private void fightOver(String grid) throws Exception {
        var words = new HashMap<String, String>();
        words.put("grid", grid);
        words.put("key", UUID.randomUUID().toString());
        words.put("dispatcher", "true");
        List<NodeProcess.Answer> receipts = both("report", words, words);
        if (!receipts.stream().allMatch(NodeProcess.Answer::done)) {
            violation("report", receipts);
            return;
        }
        String[] receipt = receipts.getFirst().text().split(" ");
        if (!receipts.getLast().text().split(" ")[1].equals(receipt[1])) {
            violation("one receipt", receipts);
        }
        words.put("number", receipt[1]);
        words.put("token", receipt[2]);
        acknowledge(receipt[1], "case " + receipt[1], "incident.reported");
        List<NodeProcess.Answer> taken = both("takeDispatch", with(words, "zhihui"), with(words, "zhihui2"));
        one("takeDispatch", taken);
        String holder = taken.getFirst().done() ? "zhihui" : "zhihui2";
        won("dispatch", with(words, holder), "incident.dispatched");
        wonOrRepeated("accept", words, "incident.accepted");
        won("handled", words, "incident.handled");
        wonOrRepeated("take", words, "");
        won("pass", words, "incident.verified");
        won("rate", words, "incident.rated");
    }

    private static Map<String, String> with(Map<String, String> words, String person) {
        var more = new HashMap<>(words);
        more.put("as", person);
        return more;
    }

    private void won(String verb, Map<String, String> words, String entry) throws Exception {
        one(verb, both(verb, words, words));
        acknowledge(words.get("number"), "", entry);
    }

    /** The same person taking the same task twice is told twice that it is taken. */
    private void wonOrRepeated(String verb, Map<String, String> words, String entry) throws Exception {
        List<NodeProcess.Answer> answers = both(verb, words, words);
        if (answers.stream().noneMatch(NodeProcess.Answer::done)
                || !answers.stream().allMatch(answer -> answer.done() || answer.refused())) {
            violation(verb, answers);
        }
        acknowledge(words.get("number"), "", entry);
    }

    private void one(String verb, List<NodeProcess.Answer> answers) {
        long done = answers.stream().filter(NodeProcess.Answer::done).count();
        long refused = answers.stream().filter(NodeProcess.Answer::refused).count();
        if (done != 1 || refused != 1) {
            violation(verb, answers);
        }
    }

    private synchronized void violation(String verb, List<NodeProcess.Answer> answers) {
        violations.add("Race for " + verb + ": " + answers);
    }

    private void acknowledge(String number, String first, String entry) {
        history.acknowledge(Stream.of(first, entry.isEmpty() ? "" : "deed " + number + " " + entry)
                .filter(line -> !line.isEmpty())
                .toList());
    }

    /** Each sending has a key of its own; only the report is the same form sent twice. */
    private static Map<String, String> keyed(String verb, Map<String, String> words) {
        if (verb.equals("report")) {
            return words;
        }
        var more = new HashMap<>(words);
        more.put("key", UUID.randomUUID().toString());
        return more;
    }

    /** Who is told "busy" tries again; who gets no answer sends the same once more. */
    private static NodeProcess.Answer answer(NodeProcess node, String verb, Map<String, String> words) {
        NodeProcess.Answer answer = node.ask(verb, words);
        for (int i = 0; i < TRIES && (answer.busy() || answer.code() == 0); i++) {
            Waiting.last(BEFORE_AGAIN);
            answer = node.ask(verb, words);
        }
        return answer;
    }

    private List<NodeProcess.Answer> both(String verb, Map<String, String> one, Map<String, String> other)
            throws Exception {
        var start = new CyclicBarrier(2);
        try (ExecutorService two = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<NodeProcess.Answer> first = two.submit(() -> {
                start.await();
                return answer(cluster.first, verb, keyed(verb, one));
            });
            Future<NodeProcess.Answer> second = two.submit(() -> {
                start.await();
                return answer(cluster.second, verb, keyed(verb, other));
            });
            return List.of(first.get(), second.get());
        }
    }
}
