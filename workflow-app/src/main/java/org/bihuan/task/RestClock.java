package org.bihuan.task;

import java.time.Instant;
import java.util.List;
import org.bihuan.calendar.WorkingCalendar;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.engine.CaseClock;
import org.bihuan.inbox.InboxTask;
import org.bihuan.inbox.ModelTerms;
import org.bihuan.inbox.OpenTasks;
import org.bihuan.inbox.RestingTasks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Stops and starts all clocks of a case, which the caller has locked: first the lists, then the engine. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RestClock {

    private final RestMapper mapper;
    private final RestingTasks resting;
    private final OpenTasks open;
    private final CaseClock engine;
    private final ModelTerms terms;
    private final WorkingCalendar calendar;

    RestClock(
            RestMapper mapper,
            RestingTasks resting,
            OpenTasks open,
            CaseClock engine,
            ModelTerms terms,
            WorkingCalendar calendar) {
        this.mapper = mapper;
        this.resting = resting;
        this.open = open;
        this.engine = engine;
        this.terms = terms;
        this.calendar = calendar;
    }

    void stop(CaseNumber number, List<InboxTask> tasks, Instant now, String why) {
        resting.rest(number, now, why);
        tasks.forEach(task -> engine.due(task.taskId(), RestingTasks.NEVER));
        engine.stop(number);
    }

    /**
     * Ends the rest.
     *
     * @param by null when its time was over
     */
    void start(Rest rest, Instant now, @Nullable Long by, String note) {
        var number = new CaseNumber(rest.caseNumber());
        mapper.resumed(rest.id(), now, by, note);
        var deadlines = resting.wake(number, now);
        engine.start(number);
        deadlines.forEach(engine::due);
        List<Long> units = open.ofCase(number).stream()
                .findFirst()
                .map(InboxTask::unitsNearestFirst)
                .orElse(List.of());
        for (CaseClock.Timer timer : engine.timers(number)) {
            Instant later = calendar.afterRest(
                    timer.dueAt(), rest.suspendedAt(), now, terms.unit(timer.expression(), timer.instanceId()), units);
            if (!later.equals(timer.dueAt())) {
                engine.timer(timer.jobId(), later);
            }
        }
    }
}
