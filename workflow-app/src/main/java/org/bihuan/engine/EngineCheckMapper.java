package org.bihuan.engine;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;

/**
 * Reads from the engine's tables what its API does not show: until when a job is locked, and texts wherever they may
 * have got to. Nothing else of ours reads these tables, nothing writes them.
 */
@Mapper
interface EngineCheckMapper {

    List<String> lockedUntilBefore(Instant moment);

    List<Text> variablesAfter(String id, int limit);

    List<Text> oldVariablesAfter(String id, int limit);

    List<Text> detailsAfter(String id, int limit);

    List<Text> commentsAfter(String id, int limit);

    List<Text> tasksAfter(String id, int limit);

    List<Text> jobErrorsAfter(String id, int limit);

    List<Text> bytesAfter(String id, int limit);

    /** The texts of one row that has eleven digits in a row somewhere. */
    record Text(String id, String text) {}
}
