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
     * @param unitIds units whose incidents the reader may see
     * @param pathPatterns patterns of the paths of such units where they are too many to name
     * @param postIds posts of the reader: what they handle is seen wherever it lies
     * @param like pattern for LIKE, already escaped; empty for all
     */
    List<IncidentRow> list(
            List<Long> unitIds,
            List<String> pathPatterns,
            List<Long> postIds,
            @Nullable String like,
            Set<IncidentStatus> statuses,
            @Nullable String withinPath,
            @Nullable Instant beforeReported,
            @Nullable Long beforeId,
            int limit);

    /** Ids of the units whose paths match one of the patterns, at most {@code limit}. */
    List<Long> unitIds(List<String> pathPatterns, int limit);
}
