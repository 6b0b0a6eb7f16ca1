package org.bihuan.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job that the engine has given up.
 *
 * @param incidentId the engine's note of it, which gives the order of pages
 * @param elementName name of the step in the model
 * @param caseNumber empty for the engine's own jobs
 * @param reason message of the last exception, as it was thrown: it may hold personal data
 * @param since when it was given up
 */
public record FailedJob(
        String incidentId,
        String jobId,
        String processKey,
        String processName,
        String elementId,
        String elementName,
        @Nullable String caseNumber,
        String reason,
        Instant since) {}
