package org.bihuan.inbox;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bihuan.calendar.Term;
import org.bihuan.calendar.WorkingCalendar;
import org.bihuan.casefile.CheckScope;
import org.bihuan.casefile.Findings;
import org.bihuan.casefile.Invariant;
import org.bihuan.engine.EngineInventory;
import org.bihuan.engine.EngineInventory.OpenTask;
import org.springframework.stereotype.Component;

/**
 * The deadline of every open task is what the calendar says today: from the moment at which the task was made, the term
 * in its model or process, and the hours of the unit where it lies. Whoever changes holidays or hours sees here which
 * open tasks still have the deadline of before. A deadline that was moved, by more time or by a rest, is the one that
 * was noted then.
 */
@Component
class DeadlinesOfCalendar implements Invariant {

    /** The due date is reckoned a few statements before the row is written; on a slow line that takes a while. */
    private static final Duration BETWEEN = Duration.ofMinutes(1);

    private final InboxCheckMapper mapper;
    private final EngineInventory engine;
    private final WorkingCalendar calendar;

    DeadlinesOfCalendar(InboxCheckMapper mapper, EngineInventory engine, WorkingCalendar calendar) {
        this.mapper = mapper;
        this.engine = engine;
        this.calendar = calendar;
    }

    @Override
    public Meaning meaning() {
        return new Meaning(10, "期限与工作日历一致", "deadlines are what the working calendar says");
    }

    @Override
    public void check(CheckScope scope, Findings findings) {
        var expressions = new HashMap<String, String>();
        List<InboxCheckMapper.Row> page = mapper.after(0, PAGE);
        while (!page.isEmpty()) {
            Map<String, OpenTask> tasks =
                    engine
                            .tasks(page.stream()
                                    .map(InboxCheckMapper.Row::taskId)
                                    .distinct()
                                    .toList())
                            .stream()
                            .collect(Collectors.toMap(OpenTask::id, Function.identity()));
            var variables = new HashMap<String, Map<String, String>>();
            Map<String, Instant> moved = moved(tasks.keySet());
            for (InboxCheckMapper.Row row : page) {
                OpenTask task = tasks.get(row.taskId());
                Instant expected = moved.get(row.taskId());
                boolean right = task == null
                        || row.kind() != ItemKind.TASK
                        || (expected == null
                                ? term(task, tasks, expressions, variables)
                                        .filter(term -> right(row, term))
                                        .isPresent()
                                : row.countedDueAt().equals(expected));
                if (!right) {
                    findings.add(row.caseNumber() + " " + row.taskKey());
                }
            }
            page = mapper.after(page.getLast().id(), PAGE);
        }
    }

    private Map<String, Instant> moved(Set<String> taskIds) {
        var moved = new HashMap<String, Instant>();
        if (!taskIds.isEmpty()) {
            mapper.moves(taskIds).forEach(move -> moved.put(move.taskId(), move.dueAt()));
        }
        return moved;
    }

    private Optional<Term> term(
            OpenTask task,
            Map<String, OpenTask> page,
            Map<String, String> expressions,
            Map<String, Map<String, String>> variables) {
        String expression = expressions.computeIfAbsent(
                task.definitionId() + "/" + task.taskKey(),
                key -> engine.dueDateExpression(task.definitionId(), task.taskKey()));
        return ModelTerms.term(
                expression,
                variable -> variables
                        .computeIfAbsent(
                                variable,
                                name -> engine.texts(
                                        name,
                                        page.values().stream()
                                                .map(OpenTask::instanceId)
                                                .distinct()
                                                .toList()))
                        .get(task.instanceId()));
    }

    private boolean right(InboxCheckMapper.Row row, Term term) {
        List<Long> units = CaseUnits.nearestFirst(row.unitPath());
        Instant latest = calendar.after(row.createdAt(), term, units);
        Instant earliest = calendar.after(row.createdAt().minus(BETWEEN), term, units);
        return !row.countedDueAt().isBefore(earliest) && !row.countedDueAt().isAfter(latest);
    }
}
