package org.bihuan.org;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A unit as a line of the administrator's tree.
 *
 * @param children how many units lie directly below it
 */
public record UnitNode(
        long id,
        String code,
        String name,
        UnitKind kind,
        @Nullable LocalDate validTo,
        int children) {}
