package org.bihuan.inbox;

import java.time.Instant;
import java.util.List;
import org.bihuan.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tasks whose lateness has to be told to somebody above, and when it was told last. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class OverdueTasks {

    private final OverdueTaskMapper mapper;
    private final ClockRules rules;
    private final WorkingCalendar calendar;

    OverdueTasks(OverdueTaskMapper mapper, ClockRules rules, WorkingCalendar calendar) {
        this.mapper = mapper;
        this.rules = rules;
        this.calendar = calendar;
    }

    /** A row whose time to be told has come. */
    public record Overdue(long id, String taskId, Instant escalateAt) {}

    /** Rows whose time has come by {@code now}, longest first, those after {@code last}. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public List<Overdue> after(@Nullable Overdue last, Instant now, int limit) {
        return mapper.after(now, last == null ? null : last.escalateAt(), last == null ? null : last.id(), limit);
    }

    /** Whether the time of the task, which the caller has locked, has come and nobody told it meanwhile. */
    public boolean isDue(String taskId, Instant now) {
        return mapper.due(taskId, now) > 0;
    }

    /** It was told; the next superior hears of it when the term of the task's model is over. */
    public Instant told(InboxTask task, Instant now) {
        Instant next = rules.of(task.taskId())
                .again()
                .or(() -> rules.usual().again())
                .map(term -> calendar.after(now, term, task.unitsNearestFirst()))
                .orElse(now);
        mapper.next(task.taskId(), next);
        return next;
    }

    /** Nobody is left to tell. */
    public void toldAll(InboxTask task) {
        mapper.next(task.taskId(), null);
    }
}
