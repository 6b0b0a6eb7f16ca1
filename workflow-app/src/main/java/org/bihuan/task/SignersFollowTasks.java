package org.bihuan.task;

import java.time.Clock;
import org.bihuan.inbox.TaskCompanion;
import org.springframework.stereotype.Component;

/** Nobody has to sign a task any more that was done, or left behind by a return or a cancellation. */
@Component
class SignersFollowTasks implements TaskCompanion {

    private final SignerMapper mapper;
    private final Clock clock;

    SignersFollowTasks(SignerMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    @Override
    public void ended(String taskId) {
        mapper.close(taskId, clock.instant());
    }
}
