package org.bihuan.org;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bihuan.org.DeputyMapper.Account;
import org.bihuan.org.RefusedException.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 休假代理: who does the work of somebody who is away, from a day to a day, for some families or all. It reaches one step
 * only: nobody stands in for somebody who stands in for a third.
 */
@Service
@Transactional
public class Deputies {

    /** Longest time in days; who is away longer hands over. */
    public static final int LONGEST = 366;

    /** Most characters of a reason. */
    public static final int LONGEST_REASON = 200;

    private final DeputyMapper mapper;
    private final CurrentUser user;
    private final ChangeLog changes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Deputies(DeputyMapper mapper, CurrentUser user, ChangeLog changes, ApplicationEventPublisher events, Clock clock) {
        this.mapper = mapper;
        this.user = user;
        this.changes = changes;
        this.events = events;
        this.clock = clock;
    }

    /** Who stands in for the current user today or later, first days first. */
    @PreAuthorize("@rights.may('deputy.appoint')")
    @Transactional(readOnly = true)
    public List<Deputy> mine() {
        return user.staffId().map(id -> mapper.ofAbsent(id, today())).orElse(List.of());
    }

    /** For whom the current user stands in today or later, first days first. */
    @PreAuthorize("@rights.may('deputy.appoint')")
    @Transactional(readOnly = true)
    public List<Deputy> forOthers() {
        return user.staffId().map(id -> mapper.ofDeputy(id, today())).orElse(List.of());
    }

    /** Whom the current user appointed for people below, today or later, first days first. */
    @PreAuthorize("@rights.may('deputy.appoint')")
    @Transactional(readOnly = true)
    public List<Deputy> appointedByMe() {
        return user.staffId().map(id -> mapper.ofAppointer(id, today())).orElse(List.of());
    }

    /** People who could stand in for somebody, by a part of the name. */
    @PreAuthorize("@rights.may('deputy.appoint')")
    @Transactional(readOnly = true)
    public List<Colleague> colleagues(String text, int offset, int limit) {
        return mapper.colleagues(Like.holds(text), today(), offset, limit);
    }

    /**
     * Lets these people do the current user's work, each of them all of it.
     *
     * @param families words of families; empty for all
     * @throws RefusedException with the reason, among them that somebody would stand in for a person who stands in
     */
    @PreAuthorize("@rights.may('deputy.appoint')")
    public void appoint(
            Collection<Long> deputyIds, Set<String> families, LocalDate from, LocalDate lastDay, String reason) {
        appoint(user.require().id(), deputyIds, families, from, lastDay, reason);
    }

    /** As {@link #appoint} for somebody who works below the current user and cannot do it himself. */
    @PreAuthorize("@rights.may('deputy.appointFor', #absentId)")
    public void appointFor(
            long absentId,
            Collection<Long> deputyIds,
            Set<String> families,
            LocalDate from,
            LocalDate lastDay,
            String reason) {
        appoint(absentId, deputyIds, families, from, lastDay, reason);
    }

    /**
     * Ends it at once, for the absent person, the deputy, or whoever appointed it; others find that there is none.
     *
     * @throws RefusedException when there is none
     */
    @PreAuthorize("@rights.may('deputy.appoint')")
    public void end(long id) {
        long me = user.require().id();
        Deputy deputy = mapper.find(id);
        boolean concerned =
                deputy != null && (deputy.absentId() == me || deputy.deputyId() == me || mapper.appointedBy(id) == me);
        if (deputy == null || !concerned || mapper.end(id, clock.instant()) == 0) {
            throw new RefusedException(Reason.DEPUTY_UNKNOWN, "");
        }
        Map<Long, Account> accounts = lock(Set.of(deputy.absentId(), deputy.deputyId()));
        changes.note(
                "deputy.end",
                accounts.get(deputy.absentId()).username(),
                accounts.get(deputy.deputyId()).username());
        tell(accounts.keySet());
    }

    private void appoint(
            long absentId,
            Collection<Long> deputyIds,
            Set<String> families,
            LocalDate from,
            LocalDate lastDay,
            String reason) {
        requirePeriod(from, lastDay);
        String why = reason.strip();
        if (why.isEmpty() || why.codePointCount(0, why.length()) > LONGEST_REASON) {
            throw new RefusedException(Reason.DEPUTY_REASON, String.valueOf(LONGEST_REASON));
        }
        if (deputyIds.isEmpty()) {
            throw new RefusedException(Reason.DEPUTY_NOBODY, "");
        }
        if (deputyIds.contains(absentId)) {
            throw new RefusedException(Reason.DEPUTY_SELF, "");
        }
        var people = new TreeSet<>(deputyIds);
        people.add(absentId);
        Map<Long, Account> accounts = lock(people);
        people.forEach(id -> requireFit(accounts.get(id), id));
        for (String family : families.isEmpty() ? Collections.<@Nullable String>singleton(null) : families) {
            if (mapper.standsIn(absentId, family, from, lastDay)) {
                throw new RefusedException(Reason.DEPUTY_CHAIN, "");
            }
            for (long deputyId : new TreeSet<>(deputyIds)) {
                appointOne(absentId, accounts.get(deputyId), family, from, lastDay, why);
            }
        }
        changes.note(
                "deputy.appoint",
                accounts.get(absentId).username(),
                "%s from %s to %s, %s: %s"
                        .formatted(
                                deputyIds.stream()
                                        .map(id -> accounts.get(id).username())
                                        .sorted()
                                        .collect(Collectors.joining(", ")),
                                from,
                                lastDay,
                                families.isEmpty() ? "all" : new TreeSet<>(families),
                                why));
        tell(people);
    }

    private void tell(Collection<Long> people) {
        people.stream().sorted().map(StaffChanged::new).forEach(events::publishEvent);
    }

    private void appointOne(
            long absentId, Account deputy, @Nullable String family, LocalDate from, LocalDate lastDay, String reason) {
        if (mapper.away(deputy.id(), family, from, lastDay)) {
            throw new RefusedException(Reason.DEPUTY_AWAY, deputy.username());
        }
        if (mapper.appointed(absentId, deputy.id(), family, from, lastDay)) {
            throw new RefusedException(Reason.DEPUTY_TWICE, deputy.username());
        }
        mapper.insert(
                absentId,
                deputy.id(),
                family,
                from,
                lastDay,
                reason,
                user.require().id(),
                clock.instant());
    }

    private void requirePeriod(LocalDate from, LocalDate lastDay) {
        if (lastDay.isBefore(from) || lastDay.isBefore(today())) {
            throw new RefusedException(Reason.DEPUTY_PERIOD, "");
        }
        if (ChronoUnit.DAYS.between(from, lastDay) >= LONGEST) {
            throw new RefusedException(Reason.DEPUTY_LONG, String.valueOf(LONGEST));
        }
    }

    private static void requireFit(@Nullable Account account, long id) {
        if (account == null) {
            throw new RefusedException(Reason.UNKNOWN_STAFF, String.valueOf(id));
        }
        if (!account.enabled()) {
            throw new RefusedException(Reason.DEPUTY_SHUT, account.username());
        }
        if (account.duty() != Duty.WORK) {
            throw new RefusedException(Reason.DEPUTY_DUTY, account.username());
        }
    }

    /** In the order of their ids, so that two who appoint each other at the same moment do so one after the other. */
    private Map<Long, Account> lock(Set<Long> people) {
        return mapper.lock(people).stream().collect(Collectors.toMap(Account::id, Function.identity()));
    }

    private LocalDate today() {
        return OrgService.today(clock);
    }
}
