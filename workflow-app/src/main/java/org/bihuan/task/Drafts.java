package org.bihuan.task;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.bihuan.inbox.InboxTask;
import org.bihuan.inbox.NotYourTaskException;
import org.bihuan.inbox.OpenTasks;
import org.bihuan.inbox.TaskRefusedException;
import org.bihuan.org.CurrentUser;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the holder of a task has written so far: kept by the server, so that it is there after a crash, another sign-in
 * and on another device. Nobody but its writer reads it, unless the task is given to somebody who has none of his own.
 */
@Service
@Transactional
@PreAuthorize("@rights.may('task.draft')")
public class Drafts {

    /** Bytes of the answers as JSON. */
    static final int MOST_BYTES = 64 * 1024;

    private final DraftMapper mapper;
    private final OpenTasks open;
    private final CurrentUser user;
    private final Clock clock;

    Drafts(DraftMapper mapper, OpenTasks open, CurrentUser user, Clock clock) {
        this.mapper = mapper;
        this.open = open;
        this.user = user;
        this.clock = clock;
    }

    /** Unfinished answers and when they were kept. */
    public record Draft(JsonNode answers, Instant savedAt) {}

    /**
     * Keeps the answers in place of those kept before.
     *
     * @param answers whatever JSON can hold, by the keys of the fields
     * @return when
     * @throws org.bihuan.inbox.AlreadyTakenException when the task has ended
     * @throws NotYourTaskException when the current user does not hold it
     * @throws TaskRefusedException when they are too long
     */
    public Instant save(String taskId, Map<String, ?> answers) {
        String json = JsonMapper.shared().writeValueAsString(answers);
        if (json.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new TaskRefusedException("task.draft.long");
        }
        // Locked, so that no draft is left behind by a task that is done at the same moment.
        InboxTask task = open.lock(taskId);
        long me = user.require().id();
        if (task.assigneeId() == null || task.assigneeId() != me) {
            throw new NotYourTaskException("The draft of a task that somebody else has");
        }
        Instant now = clock.instant();
        mapper.save(taskId, me, json, now);
        open.accompany(taskId);
        return now;
    }

    /** What the current user wrote so far. */
    @Transactional(readOnly = true)
    public Optional<Draft> find(String taskId) {
        DraftMapper.Row row = mapper.find(taskId, user.require().id());
        return Optional.ofNullable(row)
                .map(kept -> new Draft(JsonMapper.shared().readTree(kept.answers()), kept.savedAt()));
    }

    /** Throws away what the current user wrote so far. */
    public void drop(String taskId) {
        mapper.drop(taskId, user.require().id());
    }
}
