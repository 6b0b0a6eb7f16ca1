package org.bihuan.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.bihuan.IntegrationTest;
import org.bihuan.casefile.CaseNotFoundException;
import org.bihuan.inbox.AlreadyTakenException;
import org.bihuan.inbox.NotYourTaskException;
import org.bihuan.inbox.TaskRefusedException;
import org.bihuan.task.Situation.Case;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Every operation in every situation: done, or refused with a sentence; nothing else may happen. What happened is written
 * down in {@code docs/processes/operations.md}, and the build fails when it is not what stands there
 * ({@code -Dbihuan.operations.write=true} writes it anew). After each cell the inbox and the engine have the same open
 * tasks, and what was done is in the record.
 */
@IntegrationTest
class OperationsMatrixTest {

    private static final Path PAGE = Path.of("../docs/processes/operations.md");

    private static final String BEGIN = "<!-- matrix: written by OperationsMatrixTest -->";

    private static final String DONE = "✓";

    @Autowired
    ConfigurableApplicationContext context;

    private MemoFixtures memos;

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void eachOperationIsDoneOrRefusedWithASentenceInEachSituation() throws Exception {
        memos = new MemoFixtures(context);
        var cells = new EnumMap<Operation, Map<Situation, String>>(Operation.class);
        var broken = new ArrayList<String>();
        for (Operation operation : Operation.values()) {
            var row = new EnumMap<Situation, String>(Situation.class);
            for (Situation situation : Situation.values()) {
                row.put(situation, cell(operation, situation, broken));
            }
            cells.put(operation, row);
        }
        assertThat(broken).isEmpty();

        String page = Files.readString(PAGE);
        String head = page.substring(0, page.indexOf(BEGIN));
        String written = head + table(cells);
        if (Boolean.getBoolean("bihuan.operations.write")) {
            Files.writeString(PAGE, written);
        }
        assertThat(page).as("the matrix, now written to target/operations.md").isEqualTo(written);
    }

    private String cell(Operation operation, Situation situation, List<String> broken) {
        String where = operation + " " + situation;
        Case subject = situation.arrange(memos, memos.cast());
        long entries = memos.entries(subject.number());
        String outcome;
        try {
            operation.attempt(subject);
            outcome = DONE;
        } catch (RuntimeException refusal) {
            outcome = sentence(refusal);
            if (outcome.isEmpty()) {
                var trace = new java.io.StringWriter();
                refusal.printStackTrace(new java.io.PrintWriter(trace));
                broken.add(where + ": " + trace.toString().lines().limit(12).reduce("", (a, b) -> a + "\n" + b));
            }
        }
        boolean silent = operation == Operation.DRAFT
                || operation == Operation.CLAIM
                || operation == Operation.RELEASE
                || operation == Operation.COMPLETE
                || operation == Operation.BULK_CLAIM
                || operation == Operation.BULK_COMPLETE;
        if (outcome.equals(DONE) && !silent && memos.entries(subject.number()) <= entries) {
            broken.add(where + ": nothing in the record");
        }
        if (!memos.engineTasks(subject.number()).equals(memos.inboxTasks(subject.number()))) {
            broken.add(where + ": engine " + memos.engineTasks(subject.number()) + ", inbox "
                    + memos.inboxTasks(subject.number()));
        }
        return outcome;
    }

    /** The sentence of a refusal, with dots for what differs from case to case; empty when it is none. */
    private static String sentence(RuntimeException refusal) {
        ResourceBundle texts = ResourceBundle.getBundle("vaadin-i18n.translations", Locale.ROOT);
        String key = switch (refusal) {
            case TaskRefusedException rule -> rule.reasonKey();
            case NotYourTaskException notYours -> "inbox.notYours";
            case CaseNotFoundException gone -> "inbox.notYours";
            case AlreadyTakenException taken ->
                taken.holderName().isEmpty()
                        ? "inbox.ended"
                        : taken.since().isPresent() ? "inbox.first" : "inbox.first.undated";
            default -> "";
        };
        return key.isEmpty() ? "" : texts.getString(key).replaceAll("\\{\\d+[^}]*}", "…");
    }

    private static String table(Map<Operation, Map<Situation, String>> cells) {
        var sentences = new LinkedHashMap<String, Integer>();
        var text = new StringBuilder(BEGIN + "\n\n| |");
        for (Situation situation : Situation.values()) {
            text.append(' ').append(situation.title()).append(" |");
        }
        text.append("\n|---|").append("---|".repeat(Situation.values().length)).append('\n');
        cells.forEach((operation, row) -> {
            text.append("| ").append(operation.title()).append(" |");
            row.values()
                    .forEach(outcome -> text.append(' ')
                            .append(
                                    outcome.equals(DONE)
                                            ? DONE
                                            : String.valueOf(
                                                    sentences.computeIfAbsent(outcome, key -> sentences.size() + 1)))
                            .append(" |"));
            text.append('\n');
        });
        text.append("\n✓ done; numbers are refusals, with the sentence that people read:\n\n");
        sentences.forEach((sentence, number) ->
                text.append(number).append(". ").append(sentence).append('\n'));
        return text.toString();
    }
}
