package org.bihuan.notify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bihuan.calendar.WorkingCalendar;
import org.bihuan.outbox.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Decides after the commit which ways the notices of an event take, and when, as their receivers want it then. */
@Component
class NoticeRouter {

    /** So many go at once within {@link #FLOOD_TIME}. */
    static final int FLOOD = 5;

    private static final Duration FLOOD_TIME = Duration.ofMinutes(10);

    private final NoticeMapper notices;
    private final DeliveryMapper deliveries;
    private final PreferenceStore store;
    private final NoticeChannels channels;
    private final WorkingCalendar calendar;
    private final Outbox outbox;
    private final Clock clock;

    NoticeRouter(
            NoticeMapper notices,
            DeliveryMapper deliveries,
            PreferenceStore store,
            NoticeChannels channels,
            WorkingCalendar calendar,
            Outbox outbox,
            Clock clock) {
        this.notices = notices;
        this.deliveries = deliveries;
        this.store = store;
        this.channels = channels;
        this.calendar = calendar;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** May be told of the same event again. */
    @Transactional
    public void route(String eventId) {
        List<NoticeRow> rows = notices.ofEvent(eventId);
        Map<Long, Preferences> chosen =
                store.of(rows.stream().map(NoticeRow::staffId).toList());
        for (NoticeRow row : rows) {
            Preferences preferences = chosen.getOrDefault(row.staffId(), Preferences.DEFAULT);
            Topic topic = Topic.of(row.kind());
            for (NoticeChannel channel : channels.all()) {
                Manner manner = preferences.manner(topic, channel);
                if (manner != Manner.OFF) {
                    Instant now = clock.instant();
                    put(
                            row,
                            channel.key(),
                            preferences
                                    .collectedUntil(topic, manner, now, calendar::isWorkingDay)
                                    .or(() -> afterFlood(row.staffId(), channel.key(), now)));
                }
            }
        }
    }

    /** Somebody to whom much happens at once, urgent or not, gets the rest of it in one. */
    private Optional<Instant> afterFlood(long staffId, String channel, Instant now) {
        boolean flood = deliveries.sentAtOnce(staffId, channel, now.minus(FLOOD_TIME)) >= FLOOD;
        long pause = FLOOD_TIME.toSeconds();
        return flood
                ? Optional.of(Instant.ofEpochSecond((now.getEpochSecond() / pause + 1) * pause))
                : Optional.empty();
    }

    private void put(NoticeRow row, String channel, Optional<Instant> digestAt) {
        boolean first = digestAt.isEmpty() || deliveries.collected(row.staffId(), channel, digestAt.get()) == 0;
        if (deliveries.insert(row.id(), row.staffId(), channel, digestAt.orElse(null), clock.instant()) != 1) {
            return;
        }
        if (first) {
            // Of two nodes that both think so, one finds nothing left to send.
            String messageId = outbox.put(
                            NoticeSender.TOPIC + "." + channel,
                            new NoticeSender.Parcel(
                                    row.staffId(),
                                    channel,
                                    digestAt.map(Instant::getEpochSecond).orElse(0L)))
                    .toString();
            if (digestAt.isEmpty()) {
                deliveries.carriedBy(row.id(), channel, messageId);
            }
        }
    }
}
