package org.bihuan.task;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.bihuan.org.Colleague;
import org.bihuan.org.Staff;

/** Writes and reads comments; nothing changes or deletes one. */
@Mapper
interface CommentMapper {

    void insert(NewComment comment);

    void insertMentions(long commentId, Collection<Colleague> mentioned);

    /** First things first. */
    List<Written> ofCase(String caseNumber);

    List<Mention> mentions(String caseNumber);

    /** To be inserted; MyBatis sets the id. */
    final class NewComment {

        private long id;
        private final String caseNumber;
        private final Staff writer;
        private final String words;
        private final Instant writtenAt;

        NewComment(String caseNumber, Staff writer, String words, Instant writtenAt) {
            this.caseNumber = caseNumber;
            this.writer = writer;
            this.words = words;
            this.writtenAt = writtenAt;
        }

        long id() {
            return id;
        }
    }

    /** A comment without its mentions. */
    record Written(long id, long staffId, String name, String words, Instant writtenAt) {}

    /** Somebody whom a comment mentions. */
    record Mention(long commentId, String name) {}
}
