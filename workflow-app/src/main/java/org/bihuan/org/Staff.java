package org.bihuan.org;

import org.jspecify.annotations.Nullable;

/** A person who works with the program. */
public record Staff(
        long id,
        String username,
        String name,
        @Nullable String phone,
        @Nullable String email,
        boolean enabled,
        boolean mustChangePassword) {}
