package org.bihuan.idempotency;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Whose keys are meant: each member of staff has own ones, residents without an account share a space of random keys. */
public final class Sender {

    private static final String RESIDENT = "resident";

    private Sender() {}

    /** Whoever acts now. */
    public static String current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null || authentication instanceof AnonymousAuthenticationToken
                ? RESIDENT
                : "staff:" + authentication.getName();
    }
}
