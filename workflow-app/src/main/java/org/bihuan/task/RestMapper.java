package org.bihuan.task;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.ibatis.annotations.Mapper;
import org.bihuan.task.Rest.Kind;
import org.jspecify.annotations.Nullable;

/** The ledger of rests. */
@Mapper
interface RestMapper {

    void insert(
            String caseNumber,
            String family,
            Kind kind,
            String reason,
            long suspendedBy,
            Instant suspendedAt,
            @Nullable Instant untilAt);

    /** The rest of the case that goes on, locked until the transaction ends. */
    @Nullable Rest lockOpen(String caseNumber);

    @Nullable Rest open(String caseNumber);

    /** First things first. */
    List<Rest> of(String caseNumber);

    void resumed(long id, Instant resumedAt, @Nullable Long resumedBy, String note);

    /** Rests whose time is over, longest first. */
    List<Rest> over(Instant now, int limit);

    /** Numbers of cases at rest, in order, those after {@code caseNumber}. */
    List<String> openAfter(String caseNumber, int limit);

    Set<String> openAmong(Collection<String> caseNumbers);
}
