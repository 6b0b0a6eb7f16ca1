package org.bihuan.inbox;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bihuan.calendar.DeadlineState;
import org.bihuan.casefile.CaseFile;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.casefile.CaseRegister;
import org.bihuan.inbox.InboxFilter.Order;
import org.bihuan.inbox.InboxFilter.Whose;
import org.bihuan.inbox.InboxListMapper.Colours;
import org.bihuan.org.CurrentUser;
import org.bihuan.org.OrgService;
import org.bihuan.org.OrgUnit;
import org.bihuan.org.Post;
import org.bihuan.org.StaffService;
import org.bihuan.org.StandIn;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The lists of the current user, page by page: each page begins after the last item of the one before. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("@rights.may('inbox.read')")
public class InboxQueries {

    /** Asked as well, so that a list without any unit needs no fewer statements. */
    private static final long NO_UNIT = 0;

    private final InboxListMapper mapper;
    private final CaseRegister register;
    private final CaseTypes types;
    private final StaffService staff;
    private final OrgService org;
    private final CurrentUser user;
    private final Clock clock;

    InboxQueries(
            InboxListMapper mapper,
            CaseRegister register,
            CaseTypes types,
            StaffService staff,
            OrgService org,
            CurrentUser user,
            Clock clock) {
        this.mapper = mapper;
        this.register = register;
        this.types = types;
        this.staff = staff;
        this.org = org;
        this.user = user;
        this.clock = clock;
    }

    /**
     * What the user took or may take, himself or in the place of somebody who is away, each task once although several
     * posts of the user may take it.
     */
    public InboxPage<InboxItem> todo(InboxFilter filter, @Nullable InboxItem after, int limit) {
        boolean mine = filter.whose() != Whose.UNCLAIMED;
        Reach reach = switch (filter.whose()) {
            case MINE -> Reach.nothing();
            case UNCLAIMED -> reach().unclaimed();
            case ANY -> reach();
        };
        if (!mine && reach.isEmpty()) {
            return new InboxPage<>(List.of(), false);
        }
        boolean newest = filter.order() == Order.NEWEST;
        DeadlineState state = filter.state();
        return InboxPage.of(
                mapper.todo(
                        me(),
                        mine,
                        reach.posts(),
                        reach.lent(),
                        filter.family(),
                        state == null ? null : state.name(),
                        filter.marks(),
                        filter.patterns(),
                        newest,
                        after == null ? null : newest ? after.createdAt() : after.dueAt(),
                        after == null ? null : after.id(),
                        clock.instant(),
                        limit + 1),
                limit);
    }

    /** What the case asks of the user besides its tasks, such as a signature or more time; longest asked first. */
    public List<InboxItem> asked(CaseNumber number) {
        return mapper.asked(number.value(), me(), user.postIds());
    }

    /** Names that belong to these items. As many statements whatever the items are. */
    public ItemNames names(Collection<InboxItem> items) {
        List<Long> people = Stream.concat(
                        Stream.of(me()),
                        items.stream()
                                .flatMap(item -> Stream.of(item.assigneeId(), item.ownerId(), item.forStaffId()))
                                .filter(Objects::nonNull))
                .distinct()
                .toList();
        List<Long> units = Stream.concat(
                        Stream.of(NO_UNIT),
                        items.stream()
                                .flatMap(item ->
                                        item.unitsNearestFirst().stream().limit(1)))
                .distinct()
                .toList();
        return new ItemNames(
                staff.names(people), org.findAll(units).stream().collect(Collectors.toMap(OrgUnit::id, OrgUnit::name)));
    }

    /** What the user completed, latest first. */
    public InboxPage<DoneItem> done(InboxFilter filter, @Nullable DoneItem after, int limit) {
        return InboxPage.of(
                mapper.done(
                        me(),
                        filter.family(),
                        filter.patterns(),
                        after == null ? null : after.completedAt(),
                        after == null ? null : after.id(),
                        limit + 1),
                limit);
    }

    /** Cases that the user started, latest first. */
    public InboxPage<CaseFile> started(@Nullable CaseFile after, int limit) {
        return InboxPage.of(register.startedBy(me(), after, limit + 1), limit);
    }

    /** How much the user has to do, by colour. */
    public InboxCounts counts() {
        int limit = InboxCounts.CAP + 1;
        long me = me();
        Reach reach = reach();
        Instant now = clock.instant();
        Colours colours = mapper.count(me, reach.posts(), reach.lent(), now, 2 * limit, limit);
        if (colours.red() + colours.yellow() >= 2 * limit) {
            // So much is late that one colour may hide the other.
            colours = mapper.count(me, reach.posts(), reach.lent(), now, Integer.MAX_VALUE, limit);
        }
        return new InboxCounts(
                Math.min(colours.red(), limit), Math.min(colours.yellow(), limit), Math.min(colours.green(), limit));
    }

    /** The user's posts by their ids. */
    public Map<Long, Post> posts() {
        return user.posts().stream().collect(Collectors.toMap(Post::id, Function.identity()));
    }

    /** People for whom the user stands in, with those of their posts that are not the user's own. */
    public List<StandIn> standIns() {
        List<StandIn> absent = user.standIns();
        Set<Long> own = absent.isEmpty()
                ? Set.of()
                : user.posts().stream().map(Post::id).collect(Collectors.toSet());
        return absent.stream()
                .map(one -> new StandIn(
                        one.staffId(),
                        one.name(),
                        one.families(),
                        one.lastDay(),
                        one.posts().stream()
                                .filter(post -> !own.contains(post.id()))
                                .toList()))
                .toList();
    }

    /** Families that there are. */
    public List<String> families() {
        return types.families();
    }

    /** Route of the page that shows the case. */
    public String route(String family, String caseNumber) {
        return types.of(family).route(new CaseNumber(caseNumber));
    }

    private long me() {
        return user.staffId().orElseThrow(() -> new AccessDeniedException("Nobody is signed in"));
    }

    private Reach reach() {
        return Reach.of(user.postIds(), user.standIns());
    }
}
