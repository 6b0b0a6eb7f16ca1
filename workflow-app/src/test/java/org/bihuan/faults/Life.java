package org.bihuan.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * One case from report to closing, by people who send again what they got no answer for, under the same key as before.
 */
final class Life {

    /** Refusals one after the other from which nobody will come on by trying again. */
    private static final int STUCK = 100;

    /** Act and the entry it leaves in the record. */
    private enum Step {
        REPORT("report", "incident.reported"),
        PHOTO("photo", "incident.supplemented"),
        ACCEPT("accept", "incident.accepted"),
        HANDLED("handled", "incident.handled"),
        TAKE("take", ""),
        PASS("pass", "incident.verified"),
        RATE("rate", "incident.rated");

        private final String verb;
        private final String entry;

        Step(String verb, String entry) {
            this.verb = verb;
            this.entry = entry;
        }
    }

    private final Map<String, String> words = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private final History history;

    private boolean inDoubt;
    private int refusals;

    Life(Random random, History history) {
        this.history = history;
        words.put("key", UUID.randomUUID().toString());
        words.put("grid", String.valueOf(random.nextInt(40)));
        boolean withPhoto = random.nextInt(4) == 0;
        // Some stay open, so that the lists are not empty.
        int until = random.nextInt(3) == 0 ? 1 + random.nextInt(Step.values().length) : Step.values().length;
        for (int i = 0; i < until; i++) {
            if (Step.values()[i] != Step.PHOTO || withPhoto) {
                steps.add(Step.values()[i]);
            }
        }
    }

    boolean ended() {
        return steps.isEmpty();
    }

    boolean isInDoubt() {
        return inDoubt;
    }

    /** Tries the next step at this node; returns false when it has to be tried again. */
    boolean goOn(NodeProcess node) {
        Step step = steps.getFirst();
        NodeProcess.Answer answer = node.ask(step.verb, words);
        if (answer.done()) {
            String[] told = answer.text().split(" ");
            if (told[0].equals("again")) {
                history.absorbed.incrementAndGet();
            }
            if (step == Step.REPORT) {
                words.put("number", told[1]);
                words.put("token", told[2]);
            }
            done(step);
            return true;
        }
        if (answer.refused()) {
            history.refused.incrementAndGet();
            if (++refusals == STUCK) {
                history.strange("stuck at " + step.verb + " of " + words.get("number") + ": " + answer.text());
            }
            // A photo that cannot be stored does not keep people from going on.
            if (step == Step.PHOTO && answer.text().startsWith("RejectedPhoto")) {
                steps.removeFirst();
            }
            return false;
        }
        if (answer.code() != 0) {
            history.strange(step.verb + ": " + answer.text());
        }
        if (!inDoubt) {
            history.doubts.incrementAndGet();
        }
        inDoubt = true;
        return false;
    }

    private void done(Step step) {
        String number = words.get("number");
        var told = new ArrayList<String>();
        if (step == Step.REPORT) {
            told.add("case " + number);
        }
        if (!step.entry.isEmpty()) {
            told.add("deed " + number + " " + step.entry);
        }
        if (step == Step.PHOTO) {
            told.add("photo " + number);
        }
        if (step == Step.RATE) {
            told.add("deed " + number + " incident.closed");
        }
        history.acknowledge(told);
        inDoubt = false;
        refusals = 0;
        steps.removeFirst();
        words.put("key", UUID.randomUUID().toString());
    }
}
