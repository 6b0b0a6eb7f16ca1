package org.bihuan.org;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Posts as a process model names them, seen from where a case lies.
 *
 * @param kind of the unit at or above the case; empty for the nearest one where somebody holds such a post
 */
public record RoleAbove(Role role, @Nullable UnitKind kind) {

    /**
     * Reads roles with commas between them, each perhaps with the kind of its unit: {@code LEADER@STREET, DISPATCHER}.
     *
     * @throws IllegalArgumentException at the first role or kind that there is not
     */
    public static List<RoleAbove> parse(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .map(RoleAbove::one)
                .toList();
    }

    private static RoleAbove one(String text) {
        int at = text.indexOf('@');
        return at < 0
                ? new RoleAbove(Role.valueOf(text), null)
                : new RoleAbove(Role.valueOf(text.substring(0, at)), UnitKind.valueOf(text.substring(at + 1)));
    }
}
