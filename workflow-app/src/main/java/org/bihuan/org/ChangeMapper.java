package org.bihuan.org;

import java.time.Instant;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

@Mapper
interface ChangeMapper {

    void insert(Instant at, @Nullable Long actorId, String what, String subject, String details);
}
