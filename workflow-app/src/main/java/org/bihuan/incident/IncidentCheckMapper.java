package org.bihuan.incident;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.bihuan.org.Role;
import org.jspecify.annotations.Nullable;

/** Reads incidents for the check. */
@Mapper
interface IncidentCheckMapper {

    /** Incidents in the order of their ids, each beside its entry in the register. */
    List<Line> after(long id, int limit);

    /** Entries of the register, in the order of their numbers, that say incident and have none. */
    List<String> registeredWithoutIncident(String number, int limit);

    /** Dispatches of the incidents with these ids. */
    List<Dispatches> dispatches(Collection<Long> ids);

    /** Numbers of open cases that lie in the lists as two different tasks at once. */
    List<String> handedOutTwice(Collection<String> numbers);

    /** The first incident at or after an id. */
    @Nullable Place placeFrom(long id);

    @Nullable Long lastId();

    /** Enabled staff with a post of this role today, at most {@code limit}. */
    List<Long> staffWith(Role role, LocalDate today, int limit);

    /** Paths of units and ids of posts of one person today, as the tables have them. */
    List<Held> heldBy(long staffId, LocalDate today);

    /** Whether somebody entitled asked that person to sign, copied it to him, handed it to him or mentioned him. */
    boolean letIn(String caseNumber, long staffId);

    /** An incident and what the register says of it; null where the register has no entry. */
    record Line(
            long id,
            String caseNumber,
            int version,
            IncidentStatus status,
            long unitId,
            int round,
            boolean ended,
            @Nullable String registeredStatus,
            @Nullable Long registeredUnitId,
            boolean registeredEnded) {}

    /** How often an incident was dispatched, and the highest round of it. */
    record Dispatches(long incidentId, long amount, int lastRound) {}

    /** Where an incident lies. */
    record Place(
            long id,
            String caseNumber,
            String unitPath,
            @Nullable Long handlingPostId) {}

    /** A post. */
    record Held(long postId, Role role, String unitPath) {}
}
