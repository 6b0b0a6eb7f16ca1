package org.bihuan.task;

import org.bihuan.engine.TaskFacts;
import org.bihuan.engine.TaskObserver;
import org.bihuan.inbox.TaskHanded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Drafts go with their task, however it ends, and to whoever gets it. */
@Component
class DraftsFollowTasks implements TaskObserver {

    private final DraftMapper mapper;

    DraftsFollowTasks(DraftMapper mapper) {
        this.mapper = mapper;
    }

    @EventListener
    void follow(TaskHanded handed) {
        if (handed.fromStaffId() != null && handed.toStaffId() != null) {
            mapper.hand(handed.taskId(), handed.fromStaffId(), handed.toStaffId());
        }
    }

    @Override
    public void created(TaskFacts task) {}

    @Override
    public void assigned(TaskFacts task) {}

    @Override
    public void completed(TaskFacts task) {
        mapper.dropAll(task.taskId());
    }

    @Override
    public void cancelled(TaskFacts task) {
        mapper.dropAll(task.taskId());
    }
}
