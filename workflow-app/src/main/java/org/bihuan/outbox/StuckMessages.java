package org.bihuan.outbox;

import java.time.Clock;
import java.util.List;
import org.bihuan.org.ChangeLog;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Messages to the outside that do not arrive, for those who keep the program running. */
@Service
@Transactional
public class StuckMessages {

    /** So many attempts take about a minute. */
    static final int ATTEMPTS = 5;

    private final StuckMessageMapper mapper;
    private final ChangeLog changes;
    private final Clock clock;

    StuckMessages(StuckMessageMapper mapper, ChangeLog changes, Clock clock) {
        this.mapper = mapper;
        this.changes = changes;
        this.clock = clock;
    }

    /** Messages that failed at least five times, oldest first. */
    @PreAuthorize("@rights.may('operation.look')")
    @Transactional(readOnly = true)
    public List<StuckMessage> page(@Nullable StuckMessage after, int limit) {
        return mapper.page(ATTEMPTS, after == null ? 0 : after.id(), limit);
    }

    /**
     * Lets the message be tried within the next second.
     *
     * @return false when it has arrived, was given up or is just being delivered
     */
    @PreAuthorize("@rights.may('message.decide')")
    public boolean retry(long id) {
        StuckMessage message = mapper.lock(id, clock.instant());
        if (message == null) {
            return false;
        }
        mapper.retry(id, clock.instant());
        changes.note("message.retry", message.messageId(), message.topic() + ", " + message.error());
        return true;
    }

    /**
     * Removes the message: it will never arrive. What it was stays in the record of administrators.
     *
     * @return false when it has arrived, was given up or is just being delivered
     */
    @PreAuthorize("@rights.may('message.decide')")
    public boolean giveUp(long id) {
        StuckMessage message = mapper.lock(id, clock.instant());
        if (message == null) {
            return false;
        }
        mapper.remove(id);
        changes.note("message.giveUp", message.messageId(), message.topic() + ", " + message.error());
        return true;
    }
}
