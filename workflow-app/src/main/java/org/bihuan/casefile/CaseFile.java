package org.bihuan.casefile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Entry of a case in the register of all families: what lists and searches show without asking the family.
 *
 * @param unitId unit where the case lies now
 * @param status name of the family's status constant
 * @param startedBy staff who started it; empty for residents
 */
public record CaseFile(
        String number,
        String family,
        String title,
        @Nullable String place,
        @Nullable Long unitId,
        String status,
        @Nullable Long startedBy,
        Instant startedAt,
        @Nullable Instant closedAt) {}
