package org.bihuan.audit;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.bihuan.casefile.Actor;

/** Adds and reads; there is deliberately no statement that changes or removes an entry. */
@Mapper
interface AuditMapper {

    void append(
            String caseNumber,
            String family,
            String eventType,
            Actor actor,
            Instant at,
            String note,
            String publicNote,
            boolean visibleToReporter);

    List<AuditEntry> entries(String caseNumber);
}
