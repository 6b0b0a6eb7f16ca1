package org.bihuan.operation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bihuan.attachment.StorageSpace;
import org.bihuan.engine.FailedJobs;
import org.bihuan.transaction.WorkKind;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Counts each half minute, so that neither a scrape nor a page makes the database count. */
@Component
class FigureCollector {

    private static final Logger LOG = LoggerFactory.getLogger(FigureCollector.class);

    private final FigureMapper mapper;
    private final FailedJobs jobs;
    private final ObjectProvider<Channel> channels;
    private final StorageSpace storage;
    private final DatabaseProbe database;
    private final Alerts alerts;
    private final TransactionTemplate reading;
    private final Clock clock;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile @Nullable Figures latest;

    FigureCollector(
            FigureMapper mapper,
            FailedJobs jobs,
            ObjectProvider<Channel> channels,
            StorageSpace storage,
            DatabaseProbe database,
            Alerts alerts,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.mapper = mapper;
        this.jobs = jobs;
        this.channels = channels;
        this.storage = storage;
        this.database = database;
        this.alerts = alerts;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.clock = clock;
    }

    /** What was counted last; empty until it was done once. */
    Optional<Figures> latest() {
        return Optional.ofNullable(latest);
    }

    /**
     * Calls {@code tell} after each count, from a thread of the program's own.
     *
     * @return stops it
     */
    Runnable listen(Runnable tell) {
        listeners.add(tell);
        return () -> listeners.remove(tell);
    }

    /** Counts now. */
    @Scheduled(fixedDelay = 30_000, initialDelay = 5_000)
    public void count() {
        Figures figures = WorkKind.REPORTS.call(() -> reading.execute(status -> read()));
        latest = figures;
        if (figures != null) {
            alerts.judge(figures);
        }
        listeners.forEach(this::tell);
    }

    private Figures read() {
        Instant now = clock.instant();
        return new Figures(
                now,
                mapper.openCases(),
                mapper.openTasks(now),
                jobs.backlog(),
                channels.stream()
                        .map(channel -> new Figures.Waiting(channel.name(), channel.lag()))
                        .toList(),
                storage.now(),
                database.latest().skewSeconds());
    }

    private void tell(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException e) {
            listeners.remove(listener);
            LOG.debug("A page no longer listens", e);
        }
    }
}
