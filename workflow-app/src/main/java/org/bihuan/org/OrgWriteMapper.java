package org.bihuan.org;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

@Mapper
interface OrgWriteMapper {

    /** Changes of the tree follow one another, else two moves at a time could make a circle. */
    @Nullable Long lockTree();

    /** Inserts units (without their paths) or gives known codes the new name, kind and parent. */
    void save(List<Line> lines, LocalDate validFrom);

    /** Sets every path that does not agree with the parents. */
    void rewritePaths();

    void rename(long unitId, String name);

    void close(long unitId, @Nullable LocalDate validTo);

    void casePrefix(long unitId, @Nullable String prefix);

    /** Units directly below that would outlive the day. */
    int openBelow(long unitId, LocalDate day);

    record Line(
            String code,
            String name,
            UnitKind kind,
            @Nullable Long parentId) {}
}
