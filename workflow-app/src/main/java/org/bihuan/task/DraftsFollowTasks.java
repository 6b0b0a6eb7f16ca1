package org.bihuan.task;

import org.bihuan.inbox.TaskCompanion;
import org.bihuan.inbox.TaskHanded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Drafts go with their task, however it ends, and to whoever gets it. */
@Component
class DraftsFollowTasks implements TaskCompanion {

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
    public void ended(String taskId) {
        mapper.dropAll(taskId);
    }
}
