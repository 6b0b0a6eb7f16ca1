package org.bihuan.operation;

import org.bihuan.inbox.InboxFeed;
import org.bihuan.transaction.WorkKind;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Says in a table that this node lives, so that each node knows of all. */
@Component
class Heartbeat {

    private static final int DAYS_REMEMBERED = 7;

    private final NodeMapper mapper;
    private final NodeName node;
    private final Program program;
    private final DatabaseProbe database;
    private final InboxFeed feed;
    private final TransactionTemplate transaction;

    Heartbeat(
            NodeMapper mapper,
            NodeName node,
            Program program,
            DatabaseProbe database,
            InboxFeed feed,
            TransactionTemplate transaction) {
        this.mapper = mapper;
        this.node = node;
        this.program = program;
        this.database = database;
        this.feed = feed;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelay = 15_000)
    void beat() {
        DatabaseProbe.Answer answer = database.latest();
        if (answer.reachable()) {
            WorkKind.JOBS.run(() -> transaction.executeWithoutResult(status -> write(answer)));
        }
    }

    private void write(DatabaseProbe.Answer answer) {
        mapper.beat(
                node.value(),
                program.version(),
                program.commit(),
                program.startedAt(),
                answer.skewSeconds(),
                feed.pages(),
                feed.people());
        mapper.forget(DAYS_REMEMBERED);
    }
}
