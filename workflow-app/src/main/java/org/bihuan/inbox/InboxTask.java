package org.bihuan.inbox;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An open task.
 *
 * @param taskKey id of the user task in its model
 * @param posts posts that may take it
 * @param assigneeId member of staff who took it; empty while nobody has
 * @param warnAt when three quarters of the working time are used up
 */
public record InboxTask(
        String taskId,
        String taskKey,
        String formKey,
        String family,
        String caseNumber,
        List<Long> posts,
        @Nullable Long assigneeId,
        Instant createdAt,
        Instant dueAt,
        Instant warnAt) {}
