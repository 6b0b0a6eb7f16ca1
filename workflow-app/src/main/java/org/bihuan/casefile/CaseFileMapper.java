package org.bihuan.casefile;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

@Mapper
interface CaseFileMapper {

    /** Returns 0 when nothing was counted for this prefix and year yet. */
    int countUp(CaseCounter counter);

    void startCounting(String prefix, int year);

    void insert(CaseFile file);

    void update(String number, String title, @Nullable String place, @Nullable Long unitId, String status);

    void close(String number, String status, @Nullable Instant closedAt);

    @Nullable CaseFile find(String number);

    @Nullable CaseFile lock(String number);

    List<CaseFile> startedBy(long staffId, @Nullable Instant beforeStart, @Nullable String beforeNumber, int limit);
}
