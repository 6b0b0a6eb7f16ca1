package org.bihuan.inbox;

import java.util.Collection;
import org.apache.ibatis.annotations.Mapper;

/** Writes and finds who was let into which case. */
@Mapper
interface AudienceMapper {

    /** Whoever is in already stays in. */
    void insert(String caseNumber, Collection<Long> staffIds);

    boolean contains(String caseNumber, long staffId);
}
