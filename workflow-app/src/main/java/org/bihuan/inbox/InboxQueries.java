package org.bihuan.inbox;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bihuan.calendar.DeadlineState;
import org.bihuan.casefile.CaseFile;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.casefile.CaseRegister;
import org.bihuan.inbox.InboxFilter.Order;
import org.bihuan.inbox.InboxFilter.Whose;
import org.bihuan.org.CurrentUser;
import org.bihuan.org.Post;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The lists of the current user, page by page: each page begins after the last item of the one before. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("@rights.may('inbox.read')")
public class InboxQueries {

    private static final List<String> STATES =
            Arrays.stream(DeadlineState.values()).map(Enum::name).toList();

    private final InboxListMapper mapper;
    private final CaseRegister register;
    private final CaseTypes types;
    private final CurrentUser user;
    private final Clock clock;

    InboxQueries(InboxListMapper mapper, CaseRegister register, CaseTypes types, CurrentUser user, Clock clock) {
        this.mapper = mapper;
        this.register = register;
        this.types = types;
        this.user = user;
        this.clock = clock;
    }

    /** What the user took or may take, each task once although several posts of the user may take it. */
    public InboxPage<InboxItem> todo(InboxFilter filter, @Nullable InboxItem after, int limit) {
        boolean mine = filter.whose() != Whose.UNCLAIMED;
        List<Long> posts = filter.whose() == Whose.MINE ? List.of() : postIds();
        if (!mine && posts.isEmpty()) {
            return new InboxPage<>(List.of(), false);
        }
        boolean newest = filter.order() == Order.NEWEST;
        Instant afterTime = after == null ? null : newest ? after.createdAt() : after.dueAt();
        DeadlineState state = filter.state();
        return InboxPage.of(
                mapper.todo(
                        user.require().id(),
                        mine,
                        posts,
                        filter.family(),
                        state == null ? null : state.name(),
                        filter.pattern(),
                        newest,
                        afterTime,
                        after == null ? null : after.id(),
                        clock.instant(),
                        limit + 1),
                limit);
    }

    /** What the user completed, latest first. */
    public InboxPage<DoneItem> done(InboxFilter filter, @Nullable DoneItem after, int limit) {
        return InboxPage.of(
                mapper.done(
                        user.require().id(),
                        filter.family(),
                        filter.pattern(),
                        after == null ? null : after.completedAt(),
                        after == null ? null : after.id(),
                        limit + 1),
                limit);
    }

    /** Cases that the user started, latest first. */
    public InboxPage<CaseFile> started(@Nullable CaseFile after, int limit) {
        return InboxPage.of(register.startedBy(user.require().id(), after, limit + 1), limit);
    }

    /** How much the user has to do, by colour. */
    public InboxCounts counts() {
        Map<DeadlineState, Integer> amounts =
                mapper
                        .count(user.require().id(), true, postIds(), STATES, clock.instant(), InboxCounts.CAP + 1)
                        .stream()
                        .collect(Collectors.toMap(InboxListMapper.Count::state, InboxListMapper.Count::amount));
        return new InboxCounts(
                amounts.getOrDefault(DeadlineState.RED, 0),
                amounts.getOrDefault(DeadlineState.YELLOW, 0),
                amounts.getOrDefault(DeadlineState.GREEN, 0));
    }

    /** The user's posts by their ids. */
    public Map<Long, Post> posts() {
        return user.posts().stream().collect(Collectors.toMap(Post::id, Function.identity()));
    }

    /** Families that there are. */
    public List<String> families() {
        return types.families();
    }

    /** Route of the page that shows the case. */
    public String route(String family, String caseNumber) {
        return types.of(family).route(new CaseNumber(caseNumber));
    }

    private List<Long> postIds() {
        return user.posts().stream().map(Post::id).toList();
    }
}
