package org.bihuan.inbox;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

/** Notes who has something new to see, and reads the tail of it. */
@Mapper
interface InboxChangeMapper {

    void insert(Collection<InboxChanges.Concerned> concerned, Instant changedAt);

    long lastId();

    List<Change> after(long id, int limit);

    int purge(Instant before, int limit);

    /** Something changed for the holders of a post or for a member of staff. */
    record Change(long id, @Nullable Long postId, @Nullable Long staffId) {}
}
