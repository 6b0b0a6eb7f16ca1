package org.bihuan.incident;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

@Mapper
interface IncidentQueries {

    /**
     * Latest first.
     *
     * @param unitPaths paths of the units whose incidents the reader may see
     * @param postIds posts of the reader: what they handle is seen wherever it lies
     * @param like pattern for LIKE, already escaped; empty for all
     */
    List<IncidentRow> list(
            List<String> unitPaths,
            List<Long> postIds,
            @Nullable String like,
            Set<IncidentStatus> statuses,
            @Nullable String withinPath,
            @Nullable Instant beforeReported,
            @Nullable Long beforeId,
            int limit);
}
