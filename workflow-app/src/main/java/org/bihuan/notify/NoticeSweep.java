package org.bihuan.notify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntSupplier;
import org.bihuan.transaction.WorkKind;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Removes notices 90 days after they were read, and a year after they came in any case; a few at a time. */
@Component
class NoticeSweep {

    private static final Duration READ_KEPT = Duration.ofDays(90);

    private static final Duration KEPT = Duration.ofDays(365);

    private static final int AT_ONCE = 500;

    private final NoticeMapper notices;
    private final DeliveryMapper deliveries;
    private final TransactionTemplate transaction;
    private final Clock clock;

    NoticeSweep(NoticeMapper notices, DeliveryMapper deliveries, TransactionTemplate transaction, Clock clock) {
        this.notices = notices;
        this.deliveries = deliveries;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(cron = "${bihuan.notify.sweep:0 20 3 * * *}", zone = "Asia/Shanghai")
    void sweep() {
        Instant now = clock.instant();
        all(() -> notices.sweepRead(now.minus(READ_KEPT), AT_ONCE));
        all(() -> notices.sweepOld(now.minus(KEPT), AT_ONCE));
        all(() -> deliveries.sweep(now.minus(KEPT), AT_ONCE));
    }

    private void all(IntSupplier some) {
        int swept;
        do {
            Integer count = WorkKind.JOBS.call(() -> transaction.execute(status -> some.getAsInt()));
            swept = count == null ? 0 : count;
        } while (swept == AT_ONCE);
    }
}
