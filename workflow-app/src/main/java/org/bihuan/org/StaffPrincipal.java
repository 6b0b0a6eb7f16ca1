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

    public StaffPrincipal(
            long staffId,
            String username,
            String passwordHash,
            boolean enabled,
            boolean notLocked,
            boolean mustChangePassword) {
        super(username, passwordHash, enabled, true, true, notLocked, List.of());
        this.staffId = staffId;
        this.mustChangePassword = mustChangePassword;
    }

    public long staffId() {
        return staffId;
    }

    public boolean mustChangePassword() {
        return mustChangePassword;
    }
}
