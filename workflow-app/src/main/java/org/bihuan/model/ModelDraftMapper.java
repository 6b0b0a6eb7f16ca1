package org.bihuan.model;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

@Mapper
interface ModelDraftMapper {

    void insert(NewDraft draft);

    @Nullable ModelDraft find(long id);

    /** Newest first. */
    List<ModelDraft> latest(int limit);

    /** 0 when somebody else was faster. */
    int decide(
            long id,
            int version,
            DraftState state,
            long deciderId,
            Instant at,
            String note,
            @Nullable Integer deployedVersion);

    /** Takes the id that the database gives. */
    final class NewDraft {

        private long id;
        private final String processKey;
        private final String reason;
        private final String xml;
        private final int basedOn;
        private final long authorId;
        private final Instant createdAt;

        NewDraft(String processKey, String reason, String xml, int basedOn, long authorId, Instant createdAt) {
            this.processKey = processKey;
            this.reason = reason;
            this.xml = xml;
            this.basedOn = basedOn;
            this.authorId = authorId;
            this.createdAt = createdAt;
        }

        long id() {
            return id;
        }
    }
}
