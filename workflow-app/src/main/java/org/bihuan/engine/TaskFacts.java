package org.bihuan.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the engine knows of a user task.
 *
 * @param family word that names the slice of the model, for example {@code incident}
 * @param candidatePosts posts that may take the task, in the order of the model; told only when it begins
 * @param dueAt empty only while a model is wrong: every user task declares a due date
 * @param properties what the model says about the task beside BPMN, by name
 */
public record TaskFacts(
        String taskId,
        String taskKey,
        String formKey,
        String family,
        String caseNumber,
        List<Long> candidatePosts,
        @Nullable Long assigneeId,
        Instant createdAt,
        @Nullable Instant dueAt,
        Map<String, String> properties) {}
