package org.bihuan.task;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.engine.StepMoves;
import org.bihuan.engine.WayBack;
import org.bihuan.inbox.DoneStep;
import org.bihuan.inbox.InboxTask;
import org.bihuan.inbox.NotYourTaskException;
import org.bihuan.inbox.OpenTasks;
import org.bihuan.inbox.TaskRefusedException;
import org.bihuan.org.CurrentUser;
import org.bihuan.org.Staff;
import org.bihuan.org.StaffService;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends a case back from a task to a step that was done before it. Open work that comes again on the way forward ends;
 * other branches are left alone. Whoever did the step has it again while he may.
 */
@Service
@Transactional
public class Returning {

    private final TaskDesk desk;
    private final StepsBack back;
    private final OpenTasks open;
    private final StepMoves moves;
    private final TaskFamilies families;
    private final StaffService staff;
    private final CurrentUser user;

    Returning(
            TaskDesk desk,
            StepsBack back,
            OpenTasks open,
            StepMoves moves,
            TaskFamilies families,
            StaffService staff,
            CurrentUser user) {
        this.desk = desk;
        this.back = back;
        this.open = open;
        this.moves = moves;
        this.families = families;
        this.staff = staff;
        this.user = user;
    }

    /**
     * A step to which the case can go back.
     *
     * @param name in the model
     * @param previous whether it is the nearest one
     * @param starters whether it is the first step of whoever started the case
     */
    public record Target(
            String taskKey, String name, String doneBy, Instant doneAt, boolean previous, boolean starters) {}

    /** The latest time that a step was done, and the way back to it. */
    private record Way(DoneStep step, WayBack way) {}

    /**
     * Steps to which the task can go back, nearest first.
     *
     * @throws org.bihuan.inbox.AlreadyTakenException when the task has ended
     * @throws NotYourTaskException when the current user does not hold it
     */
    @PreAuthorize("@rights.may('task.return')")
    @Transactional(readOnly = true)
    public List<Target> targets(String taskId) {
        InboxTask task = open.require(taskId);
        if (!Objects.equals(task.assigneeId(), user.require().id())) {
            throw new NotYourTaskException("Somebody else, or nobody, holds the task");
        }
        List<Way> ways = possible(task);
        String starters = starters(task).map(DoneStep::taskKey).orElse("");
        return ways.stream()
                .map(way -> new Target(
                        way.step().taskKey(),
                        way.way().toName(),
                        staff.find(way.step().staffId()).map(Staff::name).orElse(""),
                        way.step().completedAt(),
                        way.equals(ways.getFirst()),
                        way.step().taskKey().equals(starters)))
                .toList();
    }

    /**
     * Sends the case back to the nearest step to which it can go.
     *
     * @throws TaskRefusedException when there is none, or without a reason
     * @see TaskDesk#held
     */
    @PreAuthorize("@rights.may('task.return')")
    public void toPrevious(String taskId, String reason) {
        String why = TaskDesk.reason(reason);
        InboxTask task = desk.held(taskId);
        Way previous = possible(task).stream()
                .findFirst()
                .orElseThrow(() -> new TaskRefusedException("task.refused.return.first"));
        go(task, previous, why);
    }

    /**
     * Sends the case back to a step that was done.
     *
     * @throws TaskRefusedException when the case cannot go back there, or without a reason
     * @see TaskDesk#held
     */
    @PreAuthorize("@rights.may('task.return')")
    public void to(String taskId, String taskKey, String reason) {
        String why = TaskDesk.reason(reason);
        go(desk.held(taskId), taskKey, why);
    }

    /**
     * Sends the case back to the first step of whoever started it.
     *
     * @throws TaskRefusedException when that person did none, when the case cannot go back there, or without a reason
     * @see TaskDesk#held
     */
    @PreAuthorize("@rights.may('task.return')")
    public void toStarter(String taskId, String reason) {
        String why = TaskDesk.reason(reason);
        InboxTask task = desk.held(taskId);
        String key = starters(task)
                .map(DoneStep::taskKey)
                .orElseThrow(() -> new TaskRefusedException("task.refused.return.starter"));
        go(task, key, why);
    }

    private void go(InboxTask task, String taskKey, String why) {
        Way way = Optional.ofNullable(ways(task).get(taskKey))
                .orElseThrow(() -> new TaskRefusedException("task.refused.return.NOT_EARLIER"));
        WayBack.Hindrance hindrance = way.way().hindrance();
        if (hindrance != null) {
            throw StepsBack.refusal(hindrance, "return");
        }
        families.of(task.family()).hindersReturn(task, taskKey).ifPresent(key -> {
            throw new TaskRefusedException(key);
        });
        go(task, way, why);
    }

    private void go(InboxTask task, Way way, String why) {
        back.go(TaskDesk.number(task), way.way(), way.step());
        families.of(task.family()).returned(task, way.step().taskKey());
        desk.tell(task, "returned", words(way.way()) + " · " + why);
    }

    /** From where, with what else, to where. */
    private static String words(WayBack way) {
        return way.ending().stream().map(WayBack.Ending::name).distinct().collect(Collectors.joining("、"))
                + " → "
                + way.toName();
    }

    private List<Way> possible(InboxTask task) {
        TaskRules rules = families.of(task.family());
        return ways(task).values().stream()
                .filter(way -> way.way().isOpen()
                        && rules.hindersReturn(task, way.step().taskKey()).isEmpty())
                .sorted(Comparator.comparing((Way way) -> way.step().completedAt())
                        .thenComparing(way -> way.step().id())
                        .reversed())
                .toList();
    }

    /** Ways to all other steps that were done, open and shut. */
    private Map<String, Way> ways(InboxTask task) {
        var latest = new LinkedHashMap<String, DoneStep>();
        for (DoneStep step : StepsBack.tasks(back.holding(TaskDesk.number(task)))) {
            latest.put(step.taskKey(), step);
        }
        latest.remove(task.taskKey());
        Map<String, WayBack> found = moves.back(
                task.taskId(), latest.values().stream().map(DoneStep::taskId).toList());
        var ways = new LinkedHashMap<String, Way>();
        latest.forEach((key, step) -> ways.put(key, new Way(step, Objects.requireNonNull(found.get(step.taskId())))));
        return ways;
    }

    private Optional<DoneStep> starters(InboxTask task) {
        CaseNumber number = TaskDesk.number(task);
        @Nullable Long starter = back.file(number).startedBy();
        return StepsBack.tasks(back.holding(number)).stream()
                .filter(step -> Objects.equals(step.staffId(), starter))
                .findFirst();
    }
}
