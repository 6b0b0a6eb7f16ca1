package org.bihuan.org;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody does the work of somebody who is away, for some days.
 *
 * @param family word of the family for which it holds; empty for all
 * @param from first day
 * @param lastDay last day
 */
public record Deputy(
        long id,
        long absentId,
        String absentName,
        long deputyId,
        String deputyName,
        @Nullable String family,
        LocalDate from,
        LocalDate lastDay,
        String reason) {}
