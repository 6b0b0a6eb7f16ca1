package org.bihuan.outbox;

import java.time.Instant;

/**
 * A message that fails again and again.
 *
 * @param topic says which receiver it is for
 * @param error short code of the last failure
 * @param since when it was to be told first
 * @param next when it is tried again by itself
 */
public record StuckMessage(
        long id, String messageId, String topic, int attempts, String error, Instant since, Instant next) {}
