package org.bihuan.operation;

import java.time.Duration;

/** Something that passes messages on and may fall behind, for example the outbox; each has one bean of it. */
public interface Channel {

    /** Short English word, for figures. */
    String name();

    /** How long the oldest message has been waiting; zero when none does. Called each half minute, so by an index. */
    Duration lag();
}
