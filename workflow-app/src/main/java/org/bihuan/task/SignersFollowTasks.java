package org.bihuan.task;

import java.time.Clock;
import org.bihuan.engine.TaskFacts;
import org.bihuan.engine.TaskObserver;
import org.springframework.stereotype.Component;

/** Nobody has to sign a task any more that was done, or left behind by a return or a cancellation. */
@Component
class SignersFollowTasks implements TaskObserver {

    private final SignerMapper mapper;
    private final Clock clock;

    SignersFollowTasks(SignerMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    @Override
    public void created(TaskFacts task) {}

    @Override
    public void assigned(TaskFacts task) {}

    @Override
    public void completed(TaskFacts task) {
        mapper.close(task.taskId(), clock.instant());
    }

    @Override
    public void cancelled(TaskFacts task) {
        mapper.close(task.taskId(), clock.instant());
    }
}
