package org.bihuan.inbox;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.bihuan.calendar.WorkingCalendar;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.engine.TaskFacts;
import org.bihuan.engine.TaskObserver;
import org.bihuan.org.CurrentUser;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Keeps the lists in step with the engine: writes in its transaction, so both stay or both go. */
@Component
class InboxWriter implements TaskObserver {

    private final InboxMapper mapper;
    private final CaseTypes types;
    private final CaseUnits units;
    private final WorkingCalendar calendar;
    private final ClockRules rules;
    private final TaskMemory memory;
    private final InboxChanges changes;
    private final ObjectProvider<JointTasks> joint;
    private final ObjectProvider<TaskCompanion> companions;
    private final TaskNotices notices;
    private final CurrentUser user;
    private final Clock clock;

    InboxWriter(
            InboxMapper mapper,
            CaseTypes types,
            CaseUnits units,
            WorkingCalendar calendar,
            ClockRules rules,
            TaskMemory memory,
            InboxChanges changes,
            ObjectProvider<JointTasks> joint,
            ObjectProvider<TaskCompanion> companions,
            TaskNotices notices,
            CurrentUser user,
            Clock clock) {
        this.mapper = mapper;
        this.types = types;
        this.units = units;
        this.calendar = calendar;
        this.rules = rules;
        this.memory = memory;
        this.changes = changes;
        this.joint = joint;
        this.companions = companions;
        this.notices = notices;
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
                null,
                false);
        boolean signed = joint.stream().anyMatch(one -> one.begin(task, facts));
        InboxTask listed = signed ? task.signedTogether() : task;
        mapper.insert(
                listed,
                listed.posts().size() > 1,
                summary,
                TextMarks.of(task.caseNumber(), summary),
                memory.completedLast(),
                rule.again().isPresent() ? due : null);
        memory.began(task.taskId(), task.assigneeId());
        changes.tell(listed.posts(), listed.assigneeId());
        if (!signed) {
            notices.arrived(task, summary.title());
        }
    }

    @Override
    public void assigned(TaskFacts facts) {
        // A task that begins with a holder says so twice.
        if (memory.beganWith(facts.taskId(), facts.assigneeId())) {
            return;
        }
        // The former holder hears of it as well.
        changes.tell(mapper.readers(facts.taskId()));
        mapper.assign(facts.taskId(), facts.assigneeId(), clock.instant());
        changes.tell(mapper.readers(facts.taskId()));
    }

    @Override
    public void completed(TaskFacts facts) {
        Instant now = clock.instant();
        user.staffId().ifPresent(staffId -> mapper.insertDone(facts.taskId(), staffId, now));
        end(facts);
        memory.completed(facts.taskId());
    }

    @Override
    public void cancelled(TaskFacts facts) {
        end(facts);
    }

    private void end(TaskFacts facts) {
        List<InboxMapper.Reader> readers = mapper.readers(facts.taskId());
        changes.tell(readers);
        if (readers.stream().anyMatch(InboxMapper.Reader::accompanied)) {
            companions.orderedStream().forEach(companion -> companion.ended(facts.taskId()));
        }
        mapper.delete(facts.taskId());
    }
}
