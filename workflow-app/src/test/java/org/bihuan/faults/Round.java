package org.bihuan.faults;

import java.time.Duration;
import java.util.List;

/**
 * What one round found.
 *
 * @param recovery from the end of the fault to the first good answer
 * @param violations broken invariants, and errors that nobody could do anything with
 */
record Round(
        String fault,
        long acknowledged,
        long inDoubt,
        long absorbed,
        Duration recovery,
        Duration took,
        List<String> violations) {

    @Override
    public String toString() {
        return "%-42s acks %5d, in doubt %3d, done unnoticed %2d, recovery %5.1f s, took %5.1f s, violations %d%s"
                .formatted(
                        fault,
                        acknowledged,
                        inDoubt,
                        absorbed,
                        recovery.toMillis() / 1e3,
                        took.toMillis() / 1e3,
                        violations.size(),
                        violations.isEmpty() ? "" : " " + violations);
    }
}
