package org.bihuan.incident;

import java.time.Instant;
import org.apache.ibatis.annotations.Mapper;
import org.bihuan.casefile.CaseNumber;
import org.jspecify.annotations.Nullable;

@Mapper
interface IncidentMapper {

    void insert(Incident incident);

    /** Returns 0 when somebody else changed the incident first. */
    int update(Incident incident);

    void insertDispatch(long incidentId, int round, long postId, Instant at);

    /** The post of a dispatch; null when there was none of this round. */
    @Nullable Long dispatchedTo(long incidentId, int round);

    @Nullable Incident find(CaseNumber number);

    /** As {@link #find}, and keeps others from changing it until the transaction ends. */
    @Nullable Incident lock(CaseNumber number);

    @Nullable Incident findByToken(String token);
}
