package org.bihuan.notify;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.bihuan.casefile.Notice;
import org.jspecify.annotations.Nullable;

@Mapper
interface NoticeMapper {

    /** Whoever has heard of the event already is left out. */
    void insert(String eventId, Collection<Long> staffIds, Notice notice, String title, String words);

    List<NoticeRow> ofEvent(String eventId);

    List<NoticeRow> page(long staffId, long beforeId, int limit);

    int unread(long staffId, int most);

    @Nullable NoticeRow find(long id, long staffId);

    void read(long id, long staffId, Instant now);

    void readAll(long staffId, long upToId, Instant now);

    int sweepRead(Instant before, int most);

    int sweepOld(Instant before, int most);
}
