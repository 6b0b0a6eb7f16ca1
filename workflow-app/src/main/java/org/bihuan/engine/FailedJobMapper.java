package org.bihuan.engine;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

/** Reads the engine's own tables, because its queries page by OFFSET and count by joins. */
@Mapper
interface FailedJobMapper {

    List<Row> page(
            @Nullable String processKey,
            @Nullable String reason,
            @Nullable Instant before,
            @Nullable String beforeId,
            int limit);

    @Nullable Row find(String jobId);

    List<FailedJobs.Process> processes();

    FailedJobs.Backlog backlog(Instant now);

    /** An incident of the engine, its job and its process. */
    record Row(
            String incidentId,
            String jobId,
            String processId,
            String processKey,
            String processName,
            String elementId,
            @Nullable String caseNumber,
            String reason,
            Instant since) {}
}
