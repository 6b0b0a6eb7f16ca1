package org.bihuan.outbox;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.bihuan.transaction.WorkKind;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Relays every second, on a thread of its own: a slow receiver must not hold up the program's other clocks. */
@Component
class RelayLoop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RelayLoop.class);

    private static final int SECONDS_TO_FINISH = 15;

    private final OutboxRelay relay;
    private volatile @Nullable ScheduledExecutorService thread;

    RelayLoop(OutboxRelay relay) {
        this.relay = relay;
    }

    @Override
    public void start() {
        if (relay.hasReceivers()) {
            ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("outbox").daemon().factory());
            thread = started;
            started.scheduleWithFixedDelay(() -> WorkKind.JOBS.run(this::round), 1, 1, TimeUnit.SECONDS);
        }
    }

    private void round() {
        try {
            // A full batch: there is probably more.
            while (relay.relay(this::isRunning) == OutboxRelay.BATCH && isRunning()) {
                LOG.debug("A batch of messages arrived");
            }
        } catch (RuntimeException e) {
            // The database is away, for example; the next second is another chance.
            LOG.warn("Messages could not be relayed", e);
        }
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = thread;
        thread = null;
        if (running != null) {
            running.shutdown();
            try {
                running.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
