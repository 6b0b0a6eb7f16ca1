package org.bihuan.task;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.bihuan.casefile.Actor;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.inbox.OpenTasks;
import org.bihuan.transaction.WorkKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets cases go on whose rest has a last moment. Every node looks; who has the case first does it, and whoever waited
 * for it finds that it goes on already.
 */
@Component
class RestSweep {

    private static final int AT_ONCE = 100;

    private static final Logger LOG = LoggerFactory.getLogger(RestSweep.class);

    private final RestMapper mapper;
    private final RestClock restClock;
    private final OpenTasks open;
    private final TaskDesk desk;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RestSweep(
            RestMapper mapper,
            RestClock restClock,
            OpenTasks open,
            TaskDesk desk,
            TransactionTemplate transaction,
            Clock clock) {
        this.mapper = mapper;
        this.restClock = restClock;
        this.open = open;
        this.desk = desk;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${bihuan.task.sweep:PT1M}", initialDelayString = "${bihuan.task.sweep:PT1M}")
    void sweep() {
        WorkKind.JOBS.run(() -> {
            List<Rest> over = mapper.over(clock.instant(), AT_ONCE);
            over.forEach(this::end);
        });
    }

    private void end(Rest found) {
        try {
            transaction.executeWithoutResult(status -> resume(found));
        } catch (RuntimeException e) {
            // The others do not wait for it; the next round is another chance.
            LOG.warn("{} could not go on after its rest", found.caseNumber(), e);
        }
    }

    private void resume(Rest found) {
        var number = new CaseNumber(found.caseNumber());
        open.lockCase(found.family(), number);
        Rest rest = mapper.lockOpen(found.caseNumber());
        if (rest != null && rest.id() == found.id()) {
            restClock.start(rest, clock.instant().truncatedTo(ChronoUnit.SECONDS), null, "");
            desk.tell(rest.family(), number, Actor.SYSTEM, "resumed", "");
        }
    }
}
