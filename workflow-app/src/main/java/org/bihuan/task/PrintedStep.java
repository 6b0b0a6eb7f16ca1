package org.bihuan.task;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bihuan.audit.AuditEntry;
import org.bihuan.inbox.DoneStep;
import org.jspecify.annotations.Nullable;

/**
 * A step on the print of a case.
 *
 * @param deed what the record says of it: the opinion is its note; empty where the record says nothing
 */
public record PrintedStep(DoneStep step, @Nullable AuditEntry deed) {

    /** Step and entry come from one transaction, but each reads the clock and keeps whole seconds. */
    private static final Duration SAME_DEED = Duration.ofSeconds(2);

    /** The steps, each with the entry of the same person at the same time; each entry is used once. */
    static List<PrintedStep> of(List<DoneStep> steps, List<AuditEntry> entries) {
        List<AuditEntry> left = new ArrayList<>(entries);
        List<PrintedStep> printed = new ArrayList<>();
        for (DoneStep step : steps) {
            AuditEntry deed = nearest(step, left);
            left.remove(deed);
            printed.add(new PrintedStep(step, deed));
        }
        return printed;
    }

    private static @Nullable AuditEntry nearest(DoneStep step, List<AuditEntry> entries) {
        AuditEntry nearest = null;
        for (AuditEntry entry : entries) {
            boolean fits = Objects.equals(entry.actor().staffId(), step.staffId())
                    && distance(step, entry).compareTo(SAME_DEED) <= 0;
            // Of two as near the later: taking the task comes before doing it.
            if (fits && (nearest == null || distance(step, entry).compareTo(distance(step, nearest)) <= 0)) {
                nearest = entry;
            }
        }
        return nearest;
    }

    private static Duration distance(DoneStep step, AuditEntry entry) {
        return Duration.between(step.completedAt(), entry.at()).abs();
    }

    /** When it was done. */
    public Instant at() {
        return step.completedAt();
    }

    /** What whoever did it wrote; empty when nothing. */
    public String opinion() {
        return deed == null ? "" : deed.note();
    }
}
