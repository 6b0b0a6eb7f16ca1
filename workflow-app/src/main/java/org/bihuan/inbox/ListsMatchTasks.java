package org.bihuan.inbox;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bihuan.casefile.CheckScope;
import org.bihuan.casefile.Findings;
import org.bihuan.casefile.Invariant;
import org.bihuan.engine.EngineInventory;
import org.bihuan.engine.EngineInventory.OpenTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people find in their lists is what the engine has open: same tasks, same deadline. Who holds a task only the lists know. */
@Component
class ListsMatchTasks implements Invariant {

    private final InboxCheckMapper mapper;
    private final EngineInventory engine;

    ListsMatchTasks(InboxCheckMapper mapper, EngineInventory engine) {
        this.mapper = mapper;
        this.engine = engine;
    }

    @Override
    public Meaning meaning() {
        return new Meaning(3, "待办清单与流程任务一致", "the inbox shows exactly the engine's open tasks");
    }

    @Override
    public void check(CheckScope scope, Findings findings) {
        List<InboxCheckMapper.Row> page = mapper.after(0, PAGE);
        while (!page.isEmpty()) {
            Map<String, OpenTask> open =
                    engine
                            .tasks(page.stream()
                                    .map(InboxCheckMapper.Row::taskId)
                                    .distinct()
                                    .toList())
                            .stream()
                            .collect(Collectors.toMap(OpenTask::id, Function.identity()));
            page.stream()
                    .filter(row -> !matches(row, open.get(row.taskId())))
                    .forEach(row -> findings.add(row.caseNumber() + " " + row.taskKey()));
            page = mapper.after(page.getLast().id(), PAGE);
        }
        tasksInNoList(findings);
    }

    private static boolean matches(InboxCheckMapper.Row row, @Nullable OpenTask task) {
        // What is only asked about a task may have a deadline of its own.
        return task != null
                && row.taskKey().equals(task.taskKey())
                && (row.kind() != ItemKind.TASK || row.dueAt().equals(task.dueAt()));
    }

    private void tasksInNoList(Findings findings) {
        List<OpenTask> page = engine.tasksAfter("", PAGE);
        while (!page.isEmpty()) {
            var listed = mapper.ofTasks(page.stream().map(OpenTask::id).toList()).stream()
                    .map(InboxCheckMapper.Row::taskId)
                    .collect(Collectors.toSet());
            page.stream()
                    .filter(task -> !listed.contains(task.id()))
                    .forEach(task -> findings.add("task " + task.id() + " " + task.taskKey()));
            page = engine.tasksAfter(page.getLast().id(), PAGE);
        }
    }
}
