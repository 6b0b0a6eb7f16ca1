package org.bihuan.operation;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.bihuan.engine.TokenMoves.Step;
import org.bihuan.engine.TokenMoves.Token;
import org.jspecify.annotations.Nullable;

@Mapper
interface RepairMapper {

    void insert(
            String caseNumber, String family, Token from, Step to, String reason, long proposedBy, Instant proposedAt);

    @Nullable Repair find(long id);

    @Nullable Repair lock(long id);

    /** Rows changed: none when somebody else was first. */
    int decide(Repair before, RepairState state, long decidedBy, Instant decidedAt, String decision);

    /** Latest first, older than {@code before}. */
    List<Repair> page(@Nullable Long before, int limit);

    long countProposed();
}
