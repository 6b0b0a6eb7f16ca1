package org.bihuan.inbox;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bihuan.calendar.DateFormats;
import org.bihuan.calendar.Term;
import org.bihuan.calendar.WorkingCalendar;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.inbox.RestingTaskMapper.Row;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rows of cases at rest. Their deadline is one that never comes, so that lists and counts need not ask; what it was
 * is kept beside it. The engine's own is for the caller.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class RestingTasks {

    /** The deadline of what rests: far away, and not beyond 2038, where MariaDB 11.4 takes no parameter. */
    public static final Instant NEVER = Instant.parse("2037-12-01T00:00:00Z");

    private static final int LONGEST_WHY = 60;

    private final RestingTaskMapper mapper;
    private final OpenTaskMapper open;
    private final ModelTerms terms;
    private final WorkingCalendar calendar;
    private final Clock clock;

    RestingTasks(
            RestingTaskMapper mapper, OpenTaskMapper open, ModelTerms terms, WorkingCalendar calendar, Clock clock) {
        this.mapper = mapper;
        this.open = open;
        this.terms = terms;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * Stops the clocks of all rows of the case, which the caller has locked.
     *
     * @param why shown in the lists, shortened
     */
    public void rest(CaseNumber number, Instant since, String why) {
        String line = why.replaceAll("\\s+", " ");
        String shown = line.codePointCount(0, line.length()) <= LONGEST_WHY
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_WHY - 1)) + "…";
        mapper.rest(number.value(), since, shown, NEVER);
        mapper.insertChange(number.value(), clock.instant());
    }

    /**
     * Lets the clocks of the case go on: what was left when they stopped is left again.
     *
     * @return the new deadlines of the tasks, by task
     */
    public Map<String, Instant> wake(CaseNumber number, Instant now) {
        var deadlines = new LinkedHashMap<String, Instant>();
        for (Row row : mapper.resting(number.value())) {
            // Whoever signs has the task's own deadline; what else is asked has a term in working time.
            Term.Unit unit = row.kind() == ItemKind.TASK || row.kind() == ItemKind.SIGN
                    ? terms.ofTask(row.taskId()).map(Term::unit).orElse(Term.Unit.WORKING_HOURS)
                    : Term.Unit.WORKING_HOURS;
            Instant due = later(row, row.dueBefore(), now, unit);
            Instant escalate = row.escalateAt() == null
                    ? null
                    : row.escalateAt().equals(row.dueBefore())
                            ? due
                            : later(row, row.escalateAt(), now, Term.Unit.WORKING_HOURS);
            mapper.wake(row.taskId(), row.kind(), row.refId(), due, later(row, row.warnBefore(), now, unit), escalate);
            if (row.kind() == ItemKind.TASK) {
                deadlines.put(row.taskId(), due);
                open.insertDeadline(row.taskId(), due, now);
            }
        }
        mapper.insertChange(number.value(), now);
        return deadlines;
    }

    private Instant later(Row row, Instant moment, Instant now, Term.Unit unit) {
        return calendar.afterRest(moment, row.suspendedAt(), now, unit, CaseUnits.nearestFirst(row.unitPath()));
    }

    /**
     * Goes on only when the case does not rest; the caller has locked it.
     *
     * @throws TaskRefusedException which says since when and why it rests
     */
    public void requireAwake(CaseNumber number) {
        Row row = mapper.resting(number.value()).stream().findFirst().orElse(null);
        if (row != null) {
            throw new TaskRefusedException(
                    "task.refused.resting",
                    DateFormats.plain(row.suspendedAt()),
                    Objects.requireNonNullElse(row.suspendedWhy(), ""));
        }
    }

    /** Whether the case rests. */
    public boolean isResting(CaseNumber number) {
        return !mapper.resting(number.value()).isEmpty();
    }

    /** Numbers of cases with rows at rest, in order, those after {@code number}. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public List<String> restingAfter(String number, int limit) {
        return mapper.restingAfter(number, limit);
    }

    /** Those of the cases that have rows which do not rest. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public Set<String> awakeAmong(Collection<String> numbers) {
        return numbers.isEmpty() ? Set.of() : mapper.awakeAmong(numbers);
    }
}
