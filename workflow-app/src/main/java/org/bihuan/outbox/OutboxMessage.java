package org.bihuan.outbox;

/**
 * A message on its way.
 *
 * @param messageId the same at every attempt: receivers drop one that they have had
 * @param topic says which receiver it is for
 * @param payload JSON
 * @param attempt counts from 1
 */
public record OutboxMessage(long id, String messageId, String topic, String payload, int attempt) {}
