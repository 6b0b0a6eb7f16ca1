package org.bihuan.notify;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.casefile.CaseRef;
import org.bihuan.inbox.CaseRoutes;
import org.bihuan.inbox.InboxChanges;
import org.bihuan.org.CurrentUser;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The notices of the current user. */
@Service
@Transactional
@PreAuthorize("@rights.may('notice.read')")
public class NoticeService {

    /** More unread ones are not counted. */
    public static final int MOST_COUNTED = 100;

    private final NoticeMapper mapper;
    private final CaseRoutes routes;
    private final InboxChanges changes;
    private final CurrentUser user;
    private final Clock clock;

    NoticeService(NoticeMapper mapper, CaseRoutes routes, InboxChanges changes, CurrentUser user, Clock clock) {
        this.mapper = mapper;
        this.routes = routes;
        this.changes = changes;
        this.user = user;
        this.clock = clock;
    }

    /** Latest first, those before {@code last}. */
    @Transactional(readOnly = true)
    public List<NoticeRow> page(@Nullable NoticeRow last, int limit) {
        return mapper.page(user.require().id(), last == null ? Long.MAX_VALUE : last.id(), limit);
    }

    /** How many are unread, at most {@link #MOST_COUNTED}. */
    @Transactional(readOnly = true)
    public int unread() {
        return mapper.unread(user.require().id(), MOST_COUNTED);
    }

    /**
     * Marks it as read.
     *
     * @return route of the page of its case; empty when the user has no such notice
     */
    public Optional<String> open(long id) {
        long me = user.require().id();
        NoticeRow row = mapper.find(id, me);
        if (row == null) {
            return Optional.empty();
        }
        mapper.read(id, me, clock.instant());
        changes.tell(List.of(), me);
        return routes.of(new CaseRef(row.family(), new CaseNumber(row.caseNumber())));
    }

    /**
     * Marks all up to this one as read; what came since stays.
     *
     * @param upToId the latest that the user has seen
     */
    public void readAll(long upToId) {
        long me = user.require().id();
        mapper.readAll(me, upToId, clock.instant());
        // The bell on every open page counts anew.
        changes.tell(List.of(), me);
    }
}
