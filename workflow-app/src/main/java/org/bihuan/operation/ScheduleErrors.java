package org.bihuan.operation;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.task.ThreadPoolTaskSchedulerCustomizer;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

/**
 * Work by the clock that fails gets a number like everything else and goes on at its next turn. While the database
 * cannot be reached, {@link DatabaseProbe} has said so once; a stack trace each second would bury everything else.
 */
@Component
class ScheduleErrors implements ThreadPoolTaskSchedulerCustomizer {

    private static final Logger LOG = LoggerFactory.getLogger(ScheduleErrors.class);

    private final ObjectProvider<ErrorIds> errors;

    ScheduleErrors(ObjectProvider<ErrorIds> errors) {
        this.errors = errors;
    }

    @Override
    public void customize(ThreadPoolTaskScheduler scheduler) {
        scheduler.setErrorHandler(this::failed);
    }

    void failed(Throwable error) {
        if (Outage.isDatabaseGone(error)) {
            LOG.debug("Skipped, because the database cannot be reached", error);
        } else {
            errors.getObject()
                    .record(
                            error,
                            ErrorIds.Kind.SCHEDULE,
                            Thread.currentThread().getName());
        }
    }
}
