package org.bihuan.inbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells of deadlines that come near and of those that are over, once for each deadline of a task: the time that was
 * looked through moves on in the transaction that tells. A task at rest tells nothing.
 */
@Component
class DeadlineSweep {

    static final String NEAR = "deadline.near";

    static final String OVER = "deadline.over";

    /** After a long pause the time is looked through piece by piece. */
    private static final Duration PIECE = Duration.ofMinutes(10);

    private final DeadlineMapper mapper;
    private final TaskNotices notices;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DeadlineSweep(DeadlineMapper mapper, TaskNotices notices, TransactionTemplate transaction, Clock clock) {
        this.mapper = mapper;
        this.notices = notices;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 30_000)
    void sweep() {
        for (String kind : List.of(NEAR, OVER)) {
            boolean more = true;
            while (more) {
                more = Boolean.TRUE.equals(transaction.execute(status -> piece(kind)));
            }
        }
    }

    /** Whether there may be more. */
    private boolean piece(String kind) {
        Instant now = clock.instant();
        // Empty while another node looks.
        Instant reached = mapper.lock(kind);
        if (reached == null || !reached.isBefore(now)) {
            return false;
        }
        boolean last = Duration.between(reached, now).compareTo(PIECE) <= 0;
        Instant until = last ? now : reached.plus(PIECE);
        mapper.between(kind.equals(NEAR), reached, until).stream()
                .collect(Collectors.groupingBy(InboxItem::taskId, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(rows -> tell(kind, rows));
        mapper.reached(kind, until);
        return !last;
    }

    private void tell(String kind, List<InboxItem> rows) {
        InboxItem first = rows.getFirst();
        notices.deadline(kind, InboxTask.of(rows), first.title(), kind.equals(NEAR) ? first.warnAt() : first.dueAt());
    }
}
