package org.bihuan.inbox;

import org.jspecify.annotations.Nullable;

/**
 * A case in one line.
 *
 * @param unitId unit where the case lies, whose working hours count
 */
public record CaseSummary(
        String title, @Nullable String place, @Nullable Long unitId) {}
