package org.bihuan.org;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the auditor reads: what administrators did, and who signed in or tried to. Nothing here changes anything. */
@Service
@Transactional(readOnly = true)
public class AdministrationRecords {

    private final AdministrationRecordsMapper mapper;

    AdministrationRecords(AdministrationRecordsMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * One act of an administrator.
     *
     * @param actor user name; empty when the program itself acted
     * @param what kind of act, for example {@code staff.appoint}
     * @param subject a user name, a unit's code, a file
     */
    public record Change(long id, Instant at, @Nullable String actor, String what, String subject, String details) {}

    /**
     * One sign-in, or a try.
     *
     * @param username as it was typed; there may be no such account
     */
    public record SignInRecord(long id, Instant at, String username, SignInOutcome outcome) {}

    /** Acts of administrators, latest first, at most {@code limit}, earlier than {@code before}. */
    @PreAuthorize("@rights.may('change.read')")
    public List<Change> changes(@Nullable Change before, int limit) {
        return mapper.changes(before == null ? null : before.id(), limit);
    }

    /** Sign-ins and tries, latest first, at most {@code limit}, earlier than {@code before}. */
    @PreAuthorize("@rights.may('signIn.read')")
    public List<SignInRecord> signIns(@Nullable SignInRecord before, int limit) {
        return mapper.signIns(before == null ? null : before.id(), limit);
    }
}
