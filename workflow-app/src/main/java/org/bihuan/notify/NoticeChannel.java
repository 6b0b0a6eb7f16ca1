package org.bihuan.notify;

import java.util.Optional;
import org.bihuan.org.Staff;

/** A way to reach people outside of the program. */
public interface NoticeChannel {

    /** Names it in settings and in what people chose, for example {@code mail}; never changes. */
    String key();

    /** Whether it is meant for urgent notices only, as long as the person chooses nothing else. */
    boolean onlyUrgent();

    /** Where the person is reached; empty when no such address is known. */
    Optional<String> address(Staff person);

    /**
     * Hands the letter over, within {@link org.bihuan.outbox.OutboxRelay#LONGEST_CALL}.
     *
     * @throws org.bihuan.outbox.DeliveryFailedException when it did not arrive, or nobody knows
     */
    void send(String address, Letter letter);
}
