package org.bihuan.check;

import java.io.PrintStream;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bihuan.casefile.CheckScope;
import org.bihuan.casefile.Findings;
import org.bihuan.casefile.Invariant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks all invariants and prints what they found. */
@Component
class Checker {

    private static final int ALL = 13;

    /** What no invariant of this version answers, and why. */
    private static final Map<Integer, String> ELSEWHERE = Map.of(
            5, "审计链:尚未实现 · audit chain: not yet there",
            13, "恢复时间:由故障演练测量 · recovery times: measured by the fault harness");

    private final List<Invariant> invariants;
    private final TransactionTemplate onePicture;
    private final Clock clock;

    Checker(List<Invariant> invariants, PlatformTransactionManager transactions, Clock clock) {
        this.invariants = invariants.stream()
                .sorted(Comparator.comparingInt(
                                (Invariant invariant) -> invariant.meaning().number())
                        .thenComparing(invariant -> invariant.getClass().getName()))
                .toList();
        this.onePicture = new TransactionTemplate(transactions);
        // All statements see the moment of the first, so that people may go on working.
        this.onePicture.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.onePicture.setReadOnly(true);
        this.clock = clock;
    }

    /** Whether all of them hold. */
    boolean check(CheckOptions options, PrintStream out) {
        return Boolean.TRUE.equals(onePicture.execute(status -> {
            // Nothing is written, and an invariant that tries what must be refused has the transaction marked as
            // failed.
            status.setRollbackOnly();
            return checkAll(options, out);
        }));
    }

    private boolean checkAll(CheckOptions options, PrintStream out) {
        var scope = new CheckScope(clock.instant(), options.acknowledged(), options.folders(), options.sample());
        Map<Integer, List<Invariant>> byNumber = invariants.stream()
                .collect(Collectors.groupingBy(invariant -> invariant.meaning().number()));
        boolean holds = true;
        for (int number = 1; number <= ALL; number++) {
            if (!byNumber.containsKey(number)) {
                out.println("I%-2d  ----  %s".formatted(number, ELSEWHERE.getOrDefault(number, "not yet there")));
            }
            for (Invariant invariant : byNumber.getOrDefault(number, List.of())) {
                var findings = new Findings();
                invariant.check(scope, findings);
                out.println(line(invariant.meaning(), findings));
                holds &= findings.count() == 0;
            }
        }
        out.println(holds ? "全部成立 · all hold" : "有不成立的 · some are broken");
        return holds;
    }

    private static String line(Invariant.Meaning meaning, Findings findings) {
        String result = "I%-2d  %4s  %s · %s"
                .formatted(
                        meaning.number(),
                        findings.count() == 0 ? "ok" : findings.count(),
                        meaning.chinese(),
                        meaning.english());
        return findings.count() == 0 ? result : result + ": " + String.join(", ", findings.first());
    }
}
