package org.bihuan.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.bihuan.transaction.WorkKind;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Removes messages a week after they arrived, a few at a time. */
@Component
class OutboxSweep {

    private static final Duration KEPT = Duration.ofDays(7);

    private static final int AT_ONCE = 500;

    private final OutboxMapper mapper;
    private final TransactionTemplate transaction;
    private final Clock clock;

    OutboxSweep(OutboxMapper mapper, TransactionTemplate transaction, Clock clock) {
        this.mapper = mapper;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(cron = "${bihuan.outbox.sweep:0 50 3 * * *}", zone = "Asia/Shanghai")
    void sweep() {
        Instant before = clock.instant().minus(KEPT);
        int swept;
        do {
            Integer count = WorkKind.JOBS.call(() -> transaction.execute(status -> mapper.sweep(before, AT_ONCE)));
            swept = count == null ? 0 : count;
        } while (swept == AT_ONCE);
    }
}
