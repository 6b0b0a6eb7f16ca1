package org.bihuan.operation;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

@Mapper
interface ErrorMapper {

    void insert(ErrorRecord error);

    @Nullable ErrorRecord find(String id);

    List<ErrorRecord> ofJob(String jobId, int limit);

    long countOfJob(String jobId);

    int purge(Instant before, int limit);
}
