package org.bihuan.task;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.bihuan.task.ExtensionRequest.State;
import org.jspecify.annotations.Nullable;

/** The ledger of requests for more time. */
@Mapper
interface ExtensionMapper {

    void insert(
            String taskId,
            String family,
            String caseNumber,
            String taskKey,
            long askedBy,
            Instant askedAt,
            boolean late,
            Instant dueBefore,
            Instant proposedDue,
            String reason,
            long postId);

    /** The request about the task that nobody has decided. */
    @Nullable ExtensionRequest openOf(String taskId);

    @Nullable ExtensionRequest find(long id);

    @Nullable ExtensionRequest lock(long id);

    /** First things first. */
    List<ExtensionRequest> of(String caseNumber);

    void decide(long id, State state, long decidedBy, Instant decidedAt, @Nullable Instant grantedDue, String words);
}
