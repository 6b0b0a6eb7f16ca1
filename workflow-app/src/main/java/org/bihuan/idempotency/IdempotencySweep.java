package org.bihuan.idempotency;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.bihuan.transaction.WorkKind;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Forgets old keys at night, a few at a time, so that nobody waits for it. */
@Component
class IdempotencySweep {

    private static final int AT_ONCE = 500;

    private final IdempotencyMapper mapper;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Duration kept;

    /** @param kept how long a repeated sending is recognised; browsers bring keys back for 20 hours */
    IdempotencySweep(
            IdempotencyMapper mapper,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${bihuan.idempotency.kept:24h}") Duration kept) {
        this.mapper = mapper;
        this.transaction = transaction;
        this.clock = clock;
        this.kept = kept;
    }

    @Scheduled(cron = "${bihuan.idempotency.sweep:0 40 3 * * *}", zone = "Asia/Shanghai")
    void sweep() {
        Instant before = clock.instant().minus(kept);
        int swept;
        do {
            Integer count = WorkKind.JOBS.call(() -> transaction.execute(status -> mapper.sweep(before, AT_ONCE)));
            swept = count == null ? 0 : count;
        } while (swept == AT_ONCE);
    }
}
