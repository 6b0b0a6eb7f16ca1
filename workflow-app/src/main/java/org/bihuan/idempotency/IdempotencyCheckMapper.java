package org.bihuan.idempotency;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;

/** Reads keys for the check. */
@Mapper
interface IdempotencyCheckMapper {

    /** Keys that were taken without an answer; nobody sees such a row while it is being worked on. */
    List<String> withoutAnswer();
}
