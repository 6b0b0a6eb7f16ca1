package org.bihuan.inbox;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bihuan.calendar.WorkingCalendar;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.engine.TaskFacts;
import org.bihuan.engine.TaskObserver;
import org.bihuan.org.CurrentUser;
import org.springframework.stereotype.Component;

/** Keeps the lists in step with the engine: writes in its transaction, so both stay or both go. */
@Component
class InboxWriter implements TaskObserver {

    private final InboxMapper mapper;
    private final CaseTypes types;
    private final CaseUnits units;
    private final WorkingCalendar calendar;
    private final ClockRules rules;
    private final TaskOrigin origin;
    private final CurrentUser user;
    private final Clock clock;

    InboxWriter(
            InboxMapper mapper,
            CaseTypes types,
            CaseUnits units,
            WorkingCalendar calendar,
            ClockRules rules,
            TaskOrigin origin,
            CurrentUser user,
            Clock clock) {
        this.mapper = mapper;
        this.types = types;
        this.units = units;
        this.calendar = calendar;
        this.rules = rules;
        this.origin = origin;
        this.user = user;
        this.clock = clock;
    }

    @Override
    public void created(TaskFacts facts) {
        if (facts.candidatePosts().isEmpty()) {
            throw new IllegalStateException("No post may take the task " + facts.taskKey());
        }
        CaseSummary summary = types.of(facts.family()).summary(new CaseNumber(facts.caseNumber()));
        String path = units.path(summary.unitId());
        // Not the engine's time of creation: the due date was reckoned from this clock.
        Instant now = clock.instant();
        Instant due = Objects.requireNonNull(facts.dueAt(), () -> "No due date for the task " + facts.taskKey());
        List<Long> nearestFirst = CaseUnits.nearestFirst(path);
        ClockRules.Rule rule = rules.of(facts.properties());
        var task = new InboxTask(
                facts.taskId(),
                facts.taskKey(),
                facts.formKey(),
                facts.family(),
                facts.caseNumber(),
                facts.candidatePosts().stream().distinct().sorted().toList(),
                facts.assigneeId(),
                null,
                path,
                now,
                due,
                calendar.share(now, due, rule.warnAt(), nearestFirst),
                null);
        mapper.insert(
                task,
                task.posts().size() > 1,
                summary,
                origin.current(),
                rule.again().isPresent() ? due : null);
        mapper.insertChange(facts.taskId(), now);
    }

    @Override
    public void assigned(TaskFacts facts) {
        Instant now = clock.instant();
        // Before and after, so that the former holder hears of it as well. A task that begins with a holder says so
        // twice.
        if (mapper.insertChangeOfHolder(facts.taskId(), facts.assigneeId(), now) > 0) {
            mapper.assign(facts.taskId(), facts.assigneeId(), now);
            mapper.insertChange(facts.taskId(), now);
        }
    }

    @Override
    public Optional<Long> holder(String taskId) {
        return user.staffId();
    }

    @Override
    public void completed(TaskFacts facts) {
        Instant now = clock.instant();
        user.staffId().ifPresent(staffId -> mapper.insertDone(facts.taskId(), staffId, now));
        end(facts, now);
        origin.completed(facts.taskId());
    }

    @Override
    public void cancelled(TaskFacts facts) {
        end(facts, clock.instant());
    }

    private void end(TaskFacts facts, Instant now) {
        mapper.insertChange(facts.taskId(), now);
        mapper.delete(facts.taskId());
    }
}
