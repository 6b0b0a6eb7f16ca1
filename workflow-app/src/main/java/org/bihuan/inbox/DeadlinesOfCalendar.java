package org.bihuan.inbox;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bihuan.calendar.Term;
import org.bihuan.calendar.WorkingCalendar;
import org.bihuan.casefile.CheckScope;
import org.bihuan.casefile.Findings;
import org.bihuan.casefile.Invariant;
import org.bihuan.engine.EngineInventory;
import org.bihuan.engine.EngineInventory.OpenTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The deadline of every open task is what the calendar says today: from the moment at which the task was made, the term
 * in its model or process, and the hours of the unit where it lies. Whoever changes holidays or hours sees here which
 * open tasks still have the deadline of before.
 */
@Component
class DeadlinesOfCalendar implements Invariant {

    /** {@code ${deadline.after(execution, '2WH')}} or with the name of a variable that holds the term. */
    private static final Pattern TERM = Pattern.compile("deadline\\.after\\(execution,\\s*(?:'([^']+)'|(\\w+))\\)");

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
            for (InboxCheckMapper.Row row : page) {
                OpenTask task = tasks.get(row.taskId());
                if (task != null
                        && row.kind() == ItemKind.TASK
                        && !right(row, term(task, tasks, expressions, variables))) {
                    findings.add(row.caseNumber() + " " + row.taskKey());
                }
            }
            page = mapper.after(page.getLast().id(), PAGE);
        }
    }

    private @Nullable String term(
            OpenTask task,
            Map<String, OpenTask> page,
            Map<String, String> expressions,
            Map<String, Map<String, String>> variables) {
        Matcher term = TERM.matcher(expressions.computeIfAbsent(
                task.definitionId() + "/" + task.taskKey(),
                key -> engine.dueDateExpression(task.definitionId(), task.taskKey())));
        if (!term.find()) {
            return null;
        }
        if (term.group(1) != null) {
            return term.group(1);
        }
        return variables
                .computeIfAbsent(
                        term.group(2),
                        name -> engine.texts(
                                name,
                                page.values().stream()
                                        .map(OpenTask::instanceId)
                                        .distinct()
                                        .toList()))
                .get(task.instanceId());
    }

    private boolean right(InboxCheckMapper.Row row, @Nullable String term) {
        if (term == null) {
            return false;
        }
        List<Long> units = CaseUnits.nearestFirst(row.unitPath());
        Instant latest = calendar.after(row.createdAt(), Term.parse(term), units);
        Instant earliest = calendar.after(row.createdAt().minus(BETWEEN), Term.parse(term), units);
        return !row.dueAt().isBefore(earliest) && !row.dueAt().isAfter(latest);
    }
}
