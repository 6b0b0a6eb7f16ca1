package org.bihuan.org;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What sign-in needs to know and keeps: the password hash, the failures that lock an account, and a record of each try.
 * Each verb runs the same statements for known and unknown user names, so that neither its outcome nor its time tells
 * them apart.
 */
@Service
public class SignInRecords {

    /** Failures in a row that lock an account. */
    public static final int FAILURES = 5;

    /** How long a locked account stays locked. */
    public static final Duration LOCK = Duration.ofMinutes(30);

    private final SignInMapper mapper;
    private final Clock clock;

    SignInRecords(SignInMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    /** The account with this user name (in any case), enabled or not, locked or not. */
    @PreAuthorize("@rights.may('account.signIn')")
    @Transactional(readOnly = true)
    public Optional<StaffPrincipal> principal(String username) {
        return Optional.ofNullable(mapper.account(username)).map(this::principal);
    }

    /** Counts a wrong password; the fifth in a row locks the account. Trying while it is locked counts for nothing. */
    @PreAuthorize("@rights.may('account.signIn')")
    @Transactional
    public void failed(String username) {
        Instant now = clock.instant();
        mapper.failed(username, now, now.plus(LOCK), FAILURES);
        mapper.note(now, username, SignInOutcome.WRONG_PASSWORD);
    }

    /** Forgets earlier failures and notes the sign-in. */
    @PreAuthorize("@rights.may('account.signIn')")
    @Transactional
    public void succeeded(String username) {
        mapper.succeeded(username);
        mapper.note(clock.instant(), username, SignInOutcome.SIGNED_IN);
    }

    private StaffPrincipal principal(Account account) {
        boolean locked = account.lockedUntil() != null && account.lockedUntil().isAfter(clock.instant());
        return new StaffPrincipal(
                account.id(),
                account.name(),
                account.username(),
                account.passwordHash(),
                account.enabled(),
                !locked,
                account.mustChangePassword());
    }

    record Account(
            long id,
            String name,
            String username,
            String passwordHash,
            boolean enabled,
            boolean mustChangePassword,
            @Nullable Instant lockedUntil) {}
}
