package org.bihuan.operation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An unforeseen error as the table keeps it, without personal data.
 *
 * @param id number that the person was told
 * @param stackHash equal for errors of the same origin
 */
public record ErrorRecord(
        String id,
        Instant at,
        String node,
        ErrorIds.Kind kind,
        String place,
        String exception,
        String message,
        String stackHash,
        String stack,
        String traceId,
        @Nullable Long staffId,
        @Nullable String caseNumber,
        @Nullable String jobId) {}
