package org.bihuan.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bihuan.casefile.CaseFile;
import org.bihuan.casefile.CaseNotFoundException;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.engine.StepMoves;
import org.bihuan.engine.WayBack;
import org.bihuan.inbox.DoneStep;
import org.bihuan.inbox.InboxTask;
import org.bihuan.inbox.OpenTasks;
import org.bihuan.inbox.TaskRefusedException;
import org.bihuan.org.CurrentUser;
import org.bihuan.org.Staff;
import org.bihuan.org.StaffService;
import org.bihuan.rights.CaseReading;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets whoever did a step take it back, as long as nobody and nothing has acted on it: everything that it made is still
 * as it made it, open and in nobody's hands, or waits at a join for others.
 */
@Service
@Transactional
public class TakingBack {

    private final TaskDesk desk;
    private final StepsBack back;
    private final OpenTasks open;
    private final StepMoves moves;
    private final TaskFamilies families;
    private final CaseReading reading;
    private final StaffService staff;
    private final CurrentUser user;

    TakingBack(
            TaskDesk desk,
            StepsBack back,
            OpenTasks open,
            StepMoves moves,
            TaskFamilies families,
            CaseReading reading,
            StaffService staff,
            CurrentUser user) {
        this.desk = desk;
        this.back = back;
        this.open = open;
        this.moves = moves;
        this.families = families;
        this.reading = reading;
        this.staff = staff;
        this.user = user;
    }

    /**
     * A step that the current user can take back.
     *
     * @param name in the model
     */
    public record OwnStep(long id, String taskKey, String name, Instant doneAt) {}

    /** The way back, or why there is none. */
    private record Answer(@Nullable WayBack way, @Nullable TaskRefusedException refusal) {

        static Answer refused(String key, Object... values) {
            return new Answer(null, new TaskRefusedException(key, values));
        }
    }

    /**
     * Steps of the case that the current user can take back, latest first.
     *
     * @throws CaseNotFoundException when the current user may not read the case
     */
    @PreAuthorize("@rights.may('task.takeBack')")
    @Transactional(readOnly = true)
    public List<OwnStep> mine(CaseNumber number) {
        reading.require(number);
        CaseFile file = back.file(number);
        long me = user.require().id();
        List<DoneStep> holding = back.holding(number);
        var mine = new ArrayList<OwnStep>();
        for (DoneStep step : StepsBack.tasks(holding).reversed()) {
            WayBack way = step.staffId() == me ? answer(file, holding, step).way() : null;
            if (way != null) {
                mine.add(new OwnStep(step.id(), step.taskKey(), way.toName(), step.completedAt()));
            }
        }
        return mine;
    }

    /**
     * Takes the step back: the current user holds it again, and what it made ends.
     *
     * @param doneStepId of {@link #mine}
     * @throws CaseNotFoundException when the current user may not read the case or did no such step in it
     * @throws TaskRefusedException when somebody or something has acted on it, or without a reason
     */
    @PreAuthorize("@rights.may('task.takeBack')")
    public void takeBack(CaseNumber number, long doneStepId, String reason) {
        String why = TaskDesk.reason(reason);
        reading.require(number);
        CaseFile file = back.locked(number);
        long me = user.require().id();
        DoneStep step = open.doneSteps(number).stream()
                .filter(one -> one.id() == doneStepId && one.staffId() == me)
                .findFirst()
                .orElseThrow(() -> new CaseNotFoundException(number.value()));
        Answer answer = answer(file, back.holding(number), step);
        WayBack way = answer.way();
        if (way == null) {
            throw Objects.requireNonNull(answer.refusal());
        }
        Optional<InboxTask> task = back.go(number, way, step);
        if (task.filter(one -> Objects.equals(one.assigneeId(), me)).isEmpty()) {
            throw new TaskRefusedException("task.refused.takeBack.post");
        }
        families.of(file.family()).takenBack(number, step);
        desk.tell(file.family(), number, "takenBack", way.toName() + " · " + why);
    }

    private Answer answer(CaseFile file, List<DoneStep> holding, DoneStep step) {
        Optional<String> atRest = back.atRest(file);
        if (atRest.isPresent()) {
            return Answer.refused(atRest.get());
        }
        if (!holding.contains(step)) {
            return Answer.refused("task.refused.takeBack.undone");
        }
        if (StepsBack.isSigned(holding, step)) {
            return Answer.refused("task.refused.takeBack.signedTogether");
        }
        CaseNumber number = new CaseNumber(file.number());
        List<DoneStep> since = StepsBack.tasks(holding);
        boolean later = since.subList(since.indexOf(step) + 1, since.size()).stream()
                        .anyMatch(one -> one.taskKey().equals(step.taskKey()))
                || open.ofCase(number).stream().anyMatch(task -> task.taskKey().equals(step.taskKey()));
        if (later) {
            return Answer.refused("task.refused.takeBack.WENT_ON");
        }
        List<InboxTask> successors = open.successors(step.taskId());
        for (InboxTask next : successors) {
            Optional<Long> touched = touchedBy(next, holding);
            if (touched.isPresent()) {
                String name = staff.find(touched.get()).map(Staff::name).orElse("");
                return Answer.refused("task.refused.takeBack.taken", name);
            }
        }
        WayBack way = moves.takeBack(
                number,
                step.taskId(),
                successors.stream().map(InboxTask::taskId).toList());
        WayBack.Hindrance hindrance = way.hindrance();
        if (hindrance != null) {
            return new Answer(null, StepsBack.refusal(hindrance, "takeBack"));
        }
        return families.of(file.family())
                .hindersTakingBack(number, step)
                .map(Answer::refused)
                .orElseGet(() -> new Answer(way, null));
    }

    /** Who has the next task in hand or has signed it. */
    private static Optional<Long> touchedBy(InboxTask next, List<DoneStep> holding) {
        return Optional.ofNullable(next.assigneeId())
                .or(() -> holding.stream()
                        .filter(step -> step.taskId().equals(next.taskId()))
                        .map(DoneStep::staffId)
                        .findFirst());
    }
}
