package org.bihuan.org;

import java.time.Instant;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

@Mapper
interface SignInMapper {

    SignInRecords.@Nullable Account account(String username);

    void failed(String username, Instant now, Instant lockedUntil, int failures);

    void succeeded(String username);

    void note(Instant at, String username, SignInOutcome outcome);
}
