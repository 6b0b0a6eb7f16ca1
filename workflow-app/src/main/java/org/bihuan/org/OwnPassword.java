package org.bihuan.org;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets the signed-in person change the own password. */
@Service
public class OwnPassword {

    /** Fewest characters of a new password; length protects better than demanded kinds of characters. */
    public static final int SHORTEST = 10;

    private final SignInRecords records;
    private final CurrentUser user;
    private final OwnPasswordMapper mapper;
    private final PasswordEncoder encoder;

    OwnPassword(SignInRecords records, CurrentUser user, OwnPasswordMapper mapper, PasswordEncoder encoder) {
        this.records = records;
        this.user = user;
        this.mapper = mapper;
        this.encoder = encoder;
    }

    /**
     * Replaces the password and ends the duty to change it. A wrong old password counts like a failed sign-in, so that
     * an unattended screen is no way to try passwords without end.
     *
     * @throws RejectedPasswordException when the old password is wrong or the new one is not good enough
     */
    @PreAuthorize("@rights.may('account.password')")
    @Transactional(noRollbackFor = RejectedPasswordException.class)
    public void change(String oldPassword, String newPassword) {
        String username = user.require().username();
        StaffPrincipal account =
                records.principal(username).orElseThrow(() -> new AccessDeniedException("No such account"));
        if (!encoder.matches(oldPassword, account.getPassword()) || !account.isAccountNonLocked()) {
            records.failed(username);
            throw new RejectedPasswordException(RejectedPasswordException.Reason.WRONG_OLD_PASSWORD);
        }
        check(username, oldPassword, newPassword);
        mapper.change(account.staffId(), encoder.encode(newPassword));
    }

    private static void check(String username, String oldPassword, String newPassword) {
        if (newPassword.equals(oldPassword)) {
            throw new RejectedPasswordException(RejectedPasswordException.Reason.SAME_AS_BEFORE);
        }
        PasswordPolicy.objection(newPassword, username).ifPresent(reason -> {
            throw new RejectedPasswordException(reason);
        });
    }
}
