package org.bihuan.casefile;

import java.time.Instant;
import java.util.Set;

/**
 * Something that people should hear about, published inside the transaction of the deed by whoever has something to
 * tell: it is told if and only if that commits, and to each person once.
 *
 * @param kind key of the wording, for example {@code task.urged}
 * @param staffIds who should hear of it; nobody else does
 * @param caseRef the case that it is about
 * @param title of the case, as its lists show it
 * @param words what the sender wrote, without personal data; empty when nothing
 * @param at when it happened
 */
public record Notice(String kind, Set<Long> staffIds, CaseRef caseRef, String title, String words, Instant at) {

    public Notice {
        staffIds = Set.copyOf(staffIds);
    }
}
