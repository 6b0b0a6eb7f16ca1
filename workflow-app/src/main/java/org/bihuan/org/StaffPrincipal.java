package org.bihuan.org;

import java.util.List;
import org.springframework.security.core.userdetails.User;

/** Who is signed in. Holds no rights: posts are read anew for each request, so that a right withdrawn stops at once. */
public class StaffPrincipal extends User {

    /** Authority of whoever had an initial password when the request began. */
    public static final String INITIAL_PASSWORD = "INITIAL_PASSWORD";

    private static final long serialVersionUID = 1L;

    private final long staffId;

    private final boolean mustChangePassword;

    private final String name;

    /** Somebody whose name is looked up when it is needed. */
    public StaffPrincipal(
            long staffId,
            String username,
            String passwordHash,
            boolean enabled,
            boolean notLocked,
            boolean mustChangePassword) {
        this(staffId, "", username, passwordHash, enabled, notLocked, mustChangePassword);
    }

    /**
     * @param name as it was at the sign-in; empty to look it up
     */
    public StaffPrincipal(
            long staffId,
            String name,
            String username,
            String passwordHash,
            boolean enabled,
            boolean notLocked,
            boolean mustChangePassword) {
        super(username, passwordHash, enabled, true, true, notLocked, List.of());
        this.staffId = staffId;
        this.mustChangePassword = mustChangePassword;
        this.name = name;
    }

    public long staffId() {
        return staffId;
    }

    /** The name at the sign-in; empty when it was not looked up then. */
    public String name() {
        return name;
    }

    public boolean mustChangePassword() {
        return mustChangePassword;
    }
}
