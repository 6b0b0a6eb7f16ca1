package org.bihuan.org;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of the list of staff.
 *
 * @param maskedPhone with its middle digits hidden
 * @param lockedUntil when an account locked after wrong passwords opens again; may be past
 * @param posts how many posts the person holds today
 */
public record StaffRow(
        long id,
        String username,
        String name,
        @Nullable String maskedPhone,
        boolean enabled,
        boolean mustChangePassword,
        @Nullable Instant lockedUntil,
        int posts) {}
