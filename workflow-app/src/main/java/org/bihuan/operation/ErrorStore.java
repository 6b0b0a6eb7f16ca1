package org.bihuan.operation;

import java.time.Clock;
import java.time.Duration;
import org.bihuan.transaction.WorkKind;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps errors for 30 days, in transactions of their own. */
@Component
class ErrorStore {

    private static final Duration KEPT = Duration.ofDays(30);

    private static final int PURGED_AT_ONCE = 1000;

    private final ErrorMapper mapper;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ErrorStore(ErrorMapper mapper, PlatformTransactionManager transactions, Clock clock) {
        this.mapper = mapper;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    void keep(ErrorRecord error) {
        WorkKind.JOBS.run(() -> transaction.executeWithoutResult(own -> mapper.insert(error)));
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 300_000)
    void purge() {
        Integer purged = PURGED_AT_ONCE;
        while (purged != null && purged == PURGED_AT_ONCE) {
            purged = transaction.execute(own -> mapper.purge(clock.instant().minus(KEPT), PURGED_AT_ONCE));
        }
    }
}
