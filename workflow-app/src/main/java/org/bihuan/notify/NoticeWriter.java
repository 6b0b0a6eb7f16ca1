package org.bihuan.notify;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.bihuan.casefile.Notice;
import org.bihuan.inbox.InboxChanges;
import org.bihuan.outbox.Outbox;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes notices in the transaction of the deed, and leaves one message that takes them out of the program after its
 * commit. Only inserts, so that deeds which tell the same person do not wait for each other.
 */
@Component
class NoticeWriter {

    private static final int LONGEST_TITLE = 200;

    private static final int LONGEST_WORDS = 1000;

    private final NoticeMapper mapper;
    private final InboxChanges changes;
    private final Outbox outbox;
    private final NoticeChannels channels;

    NoticeWriter(NoticeMapper mapper, InboxChanges changes, Outbox outbox, NoticeChannels channels) {
        this.mapper = mapper;
        this.changes = changes;
        this.outbox = outbox;
        this.channels = channels;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(Notice notice) {
        if (notice.staffIds().isEmpty()) {
            return;
        }
        String eventId = eventId(notice);
        mapper.insert(
                eventId,
                notice.staffIds().stream().sorted().toList(),
                notice,
                cut(notice.title(), LONGEST_TITLE),
                cut(notice.words(), LONGEST_WORDS));
        notice.staffIds().forEach(staffId -> changes.tell(List.of(), staffId));
        if (!channels.none()) {
            outbox.put(NoticeSender.TOPIC, new NoticeSender.Event(eventId));
        }
    }

    /** Of what makes the event, so that telling it twice is telling it once. */
    private static String eventId(Notice notice) {
        String event = String.join(
                "\n",
                notice.kind(),
                notice.caseRef().family(),
                notice.caseRef().number().value(),
                notice.at().toString(),
                notice.title(),
                notice.words());
        return UUID.nameUUIDFromBytes(event.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static String cut(String text, int length) {
        return text.codePointCount(0, text.length()) <= length
                ? text
                : text.substring(0, text.offsetByCodePoints(0, length));
    }
}
