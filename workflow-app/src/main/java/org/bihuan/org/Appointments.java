package org.bihuan.org;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bihuan.org.NewStaff.Appointment;
import org.bihuan.org.RefusedException.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Times in posts, and what must hold for them. Part of {@link StaffAdministration}, which asks for the right. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Appointments {

    private static final int BATCH = 500;

    private final StaffWriteMapper mapper;
    private final Clock clock;

    Appointments(StaffWriteMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    LocalDate today() {
        return OrgService.today(clock);
    }

    /** Inserts accounts with the posts that they hold from the start, a few statements for hundreds of them. */
    void open(List<NewStaff> people, String passwordHash, boolean mustChangePassword) {
        for (int from = 0; from < people.size(); from += BATCH) {
            openBatch(people.subList(from, Math.min(people.size(), from + BATCH)), passwordHash, mustChangePassword);
        }
    }

    private void openBatch(List<NewStaff> people, String passwordHash, boolean mustChangePassword) {
        people.forEach(Appointments::requireOneDuty);
        try {
            mapper.insert(people, passwordHash, mustChangePassword);
        } catch (DuplicateKeyException e) {
            throw new RefusedException(
                    Reason.USERNAME_TAKEN,
                    people.size() == 1 ? people.getFirst().username() : "");
        }
        List<Appointment> all =
                people.stream().flatMap(person -> person.posts().stream()).toList();
        if (all.isEmpty()) {
            return;
        }
        Map<PostKey, Long> posts = posts(all);
        Map<String, Long> ids = new HashMap<>();
        mapper.idsByUsername(people.stream().map(NewStaff::username).toList())
                .forEach(row -> ids.put(row.username().toLowerCase(Locale.ROOT), row.id()));
        List<StaffWriteMapper.Holding> holdings = new ArrayList<>();
        for (NewStaff person : people) {
            long staffId = ids.get(person.username().toLowerCase(Locale.ROOT));
            for (Appointment post : person.posts()) {
                long postId = posts.get(new PostKey(post.unitId(), post.role()));
                holdings.add(new StaffWriteMapper.Holding(staffId, postId, post.from(), person.duty()));
            }
        }
        mapper.hold(holdings);
    }

    void begin(long staffId, Appointment appointment) {
        long postId = posts(List.of(appointment)).get(new PostKey(appointment.unitId(), appointment.role()));
        mapper.lock(staffId);
        dedicate(staffId, appointment.role().duty());
        if (mapper.heldSince(staffId, postId, appointment.from()) > 0) {
            throw new RefusedException(Reason.ALREADY_HELD, "");
        }
        mapper.hold(List.of(new StaffWriteMapper.Holding(
                staffId, postId, appointment.from(), appointment.role().duty())));
    }

    /** An account that never held a post may still become anything; one that did stays what it is. */
    private void dedicate(long staffId, Duty duty) {
        if (mapper.duty(staffId) != duty) {
            if (mapper.everHeld(staffId)) {
                throw new RefusedException(Reason.OTHER_DUTY, "");
            }
            mapper.dedicate(staffId, duty);
        }
    }

    private static void requireOneDuty(NewStaff person) {
        if (person.posts().stream().anyMatch(post -> post.role().duty() != person.duty())) {
            throw new RefusedException(Reason.OTHER_DUTY, person.username());
        }
    }

    /** Whoever begins after the day never began: such a time ends on the day it begins. */
    void end(long staffId, long postId, LocalDate to) {
        requireAnotherAdministrator(staffId, postId);
        if (mapper.end(staffId, postId, to) == 0) {
            throw new RefusedException(Reason.NOT_HELD, "");
        }
    }

    /**
     * Somebody must be left to administer units, and somebody to administer accounts: refuses when the person is the
     * last who can.
     *
     * @param postId the only post that the person is to lose; null for all
     */
    void requireAnotherAdministrator(long staffId, @Nullable Long postId) {
        requireAnother(Role.SYSTEM_ADMINISTRATOR, staffId, postId);
        requireAnother(Role.SECURITY_ADMINISTRATOR, staffId, postId);
    }

    private void requireAnother(Role role, long staffId, @Nullable Long postId) {
        // Locks the rows, so that the last two cannot dismiss each other at the same moment.
        List<StaffWriteMapper.Administrator> all = mapper.lockAdministrators(role, today());
        boolean affected = all.stream().anyMatch(a -> a.goes(staffId, postId));
        boolean othersStay = all.stream().anyMatch(a -> a.endless() && !a.goes(staffId, postId));
        if (affected && !othersStay) {
            throw new RefusedException(Reason.LAST_ADMINISTRATOR, "");
        }
    }

    /** Ids of the posts, set up where they were not there. */
    private Map<PostKey, Long> posts(List<Appointment> appointments) {
        List<PostKey> keys = appointments.stream()
                .map(a -> new PostKey(a.unitId(), a.role()))
                .distinct()
                .toList();
        try {
            mapper.setUpPosts(keys);
        } catch (DataIntegrityViolationException e) {
            throw new RefusedException(Reason.UNKNOWN_UNIT, "");
        }
        Map<PostKey, Long> posts = new HashMap<>();
        mapper.posts(keys).forEach(post -> posts.put(new PostKey(post.unitId(), post.role()), post.id()));
        return posts;
    }

    record PostKey(long unitId, Role role) {

        Duty duty() {
            return role.duty();
        }
    }
}
