package org.bihuan.org;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The record of what administrators did, written in the transaction that does it. */
@Component
public class ChangeLog {

    private static final int LONGEST_SUBJECT = 100;

    private static final int LONGEST_DETAILS = 500;

    private final ChangeMapper mapper;
    private final CurrentUser currentUser;
    private final Clock clock;

    ChangeLog(ChangeMapper mapper, CurrentUser currentUser, Clock clock) {
        this.mapper = mapper;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /**
     * @param what kind of act, for example {@code staff.appoint}
     * @param subject whom or what it was done to: a user name, a unit's code
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(String what, String subject, String details) {
        mapper.insert(
                clock.instant(),
                currentUser.staffId().orElse(null),
                what,
                cut(subject, LONGEST_SUBJECT),
                cut(details, LONGEST_DETAILS));
    }

    private static String cut(String text, int length) {
        return text.codePointCount(0, text.length()) <= length
                ? text
                : text.substring(0, text.offsetByCodePoints(0, length));
    }
}
