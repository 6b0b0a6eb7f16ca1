package org.bihuan.org;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

/** Reads and writes who stands in for whom; what was ended before its time is not there. */
@Mapper
interface DeputyMapper {

    void insert(
            long absentId,
            long deputyId,
            @Nullable String family,
            LocalDate from,
            LocalDate lastDay,
            String reason,
            long appointedBy,
            Instant at);

    int end(long id, Instant at);

    @Nullable Deputy find(long id);

    /** Who appointed it, which may be somebody above the absent person. */
    long appointedBy(long id);

    /** Times of today and later in which the person is away. */
    List<Deputy> ofAbsent(long absentId, LocalDate today);

    /** Times of today and later in which the person stands in for somebody. */
    List<Deputy> ofDeputy(long deputyId, LocalDate today);

    /** Times of today and later that the person appointed for somebody else. */
    List<Deputy> ofAppointer(long appointedBy, LocalDate today);

    /** Everybody for whom the person stands in today, a row for each family and post of the absent one. */
    List<Row> standIns(long deputyId, LocalDate today);

    /** Whether the person is away for a day of these, in this family. */
    boolean away(long staffId, @Nullable String family, LocalDate from, LocalDate lastDay);

    /** Whether the person stands in for somebody on a day of these, in this family. */
    boolean standsIn(long staffId, @Nullable String family, LocalDate from, LocalDate lastDay);

    boolean appointed(long absentId, long deputyId, @Nullable String family, LocalDate from, LocalDate lastDay);

    /** Keeps others from changing who stands in for these people, and for whom they do. */
    List<Account> lock(Collection<Long> staffIds);

    List<Colleague> colleagues(String pattern, LocalDate today, int offset, int limit);

    record Account(long id, String username, boolean enabled, Duty duty) {}

    /** A post of somebody absent and a family for which it counts. */
    record Row(
            long absentId,
            String absentName,
            @Nullable String family,
            LocalDate lastDay,
            long postId,
            Role role,
            long unitId,
            String unitName,
            UnitKind unitKind,
            String unitPath) {

        Post post() {
            return new Post(postId, role, unitId, unitName, unitKind, unitPath);
        }
    }
}
