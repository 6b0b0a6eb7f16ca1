package org.bihuan.rights;

import java.util.Arrays;
import java.util.Optional;
import org.bihuan.org.Role;

/** Whom a rule is about: holders of a role, or one of the groups that need no post. */
record Party(String name) {

    /** Everybody, signed in or not, and the program itself. */
    static final Party ANYONE = new Party("ANYONE");

    /** Whoever brings the private link of a case; the family checks the link. */
    static final Party RESIDENT = new Party("RESIDENT");

    /** Whoever is signed in, with or without a post. */
    static final Party STAFF = new Party("STAFF");

    /** Whoever is signed in but still has an initial password. */
    static final Party NEWCOMER = new Party("NEWCOMER");

    static Party of(Role role) {
        return new Party(role.name());
    }

    /** Empty when there is no such role or group. */
    static Optional<Party> named(String name) {
        var party = new Party(name);
        boolean known = party.equals(ANYONE)
                || party.equals(RESIDENT)
                || party.equals(STAFF)
                || party.equals(NEWCOMER)
                || party.isRole();
        return known ? Optional.of(party) : Optional.empty();
    }

    boolean isRole() {
        return Arrays.stream(Role.values()).anyMatch(role -> role.name().equals(name));
    }
}
