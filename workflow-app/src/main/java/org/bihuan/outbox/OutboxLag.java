package org.bihuan.outbox;

import java.time.Duration;

/**
 * How far the outside world is behind.
 *
 * @param undelivered messages that have not arrived
 * @param oldest age of the oldest of them; zero when there is none
 */
public record OutboxLag(long undelivered, Duration oldest) {}
