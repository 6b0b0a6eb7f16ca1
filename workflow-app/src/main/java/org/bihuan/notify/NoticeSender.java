package org.bihuan.notify;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.bihuan.notify.DeliveryMapper.Outcome;
import org.bihuan.org.Staff;
import org.bihuan.org.StaffService;
import org.bihuan.outbox.DeliveryFailedException;
import org.bihuan.outbox.DeliveryPostponedException;
import org.bihuan.outbox.OutboxMessage;
import org.bihuan.outbox.Receiver;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carries notices out of the program. Messages hold ids only; what they say, to which address and whether at all is
 * read when they leave. A notice is marked as soon as its channel took it, so that a message told again sends nothing
 * again; what a crash lets through between the two has the same id.
 */
class NoticeSender implements Receiver {

    static final String TOPIC = "notice";

    private final NoticeRouter router;
    private final NoticeChannels channels;
    private final DeliveryMapper mapper;
    private final PreferenceStore store;
    private final StaffService staff;
    private final Letters letters;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Clock clock;

    NoticeSender(
            NoticeRouter router,
            NoticeChannels channels,
            DeliveryMapper mapper,
            PreferenceStore store,
            StaffService staff,
            Letters letters,
            TransactionTemplate transaction,
            JsonMapper json,
            Clock clock) {
        this.router = router;
        this.channels = channels;
        this.mapper = mapper;
        this.store = store;
        this.staff = staff;
        this.letters = letters;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    /** Something happened. */
    record Event(String eventId) {}

    /**
     * What goes to one person by one way.
     *
     * @param digestAt second since 1970 until which it is collected; 0 for at once
     */
    record Parcel(long staffId, String channel, long digestAt) {}

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public void deliver(OutboxMessage message) {
        if (message.topic().equals(TOPIC)) {
            router.route(json.readValue(message.payload(), Event.class).eventId());
        } else {
            send(message.messageId(), json.readValue(message.payload(), Parcel.class));
        }
    }

    private void send(String messageId, Parcel parcel) {
        NoticeChannel channel =
                channels.find(parcel.channel()).orElseThrow(() -> new DeliveryFailedException("NO_CHANNEL", true));
        Preferences preferences = read(() -> store.of(parcel.staffId()));
        List<NoticeRow> rows = wanted(messageId, parcel, preferences, channel);
        if (rows.isEmpty()) {
            return;
        }
        Staff person = staff.find(parcel.staffId()).filter(Staff::enabled).orElse(null);
        Optional<String> address = person == null ? Optional.empty() : channel.address(person);
        if (address.isEmpty()) {
            ended(messageId, rows, Outcome.NO_ADDRESS);
            return;
        }
        channel.send(address.get(), letters.of(messageId, rows, preferences.language()));
        ended(messageId, rows, Outcome.SENT);
    }

    /** What is still to be sent; the rest ends here. */
    private List<NoticeRow> wanted(String messageId, Parcel parcel, Preferences preferences, NoticeChannel channel) {
        Instant digestAt = Instant.ofEpochSecond(parcel.digestAt());
        if (clock.instant().isBefore(digestAt)) {
            throw new DeliveryPostponedException(digestAt);
        }
        List<NoticeRow> rows = read(() -> {
            if (parcel.digestAt() > 0) {
                mapper.claim(parcel.staffId(), parcel.channel(), digestAt, messageId);
            }
            return mapper.outgoing(messageId);
        });
        var wanted = new ArrayList<NoticeRow>();
        var seen = new ArrayList<NoticeRow>();
        var off = new ArrayList<NoticeRow>();
        for (NoticeRow row : rows) {
            boolean isOff = preferences.manner(Topic.of(row.kind()), channel) == Manner.OFF;
            (isOff ? off : row.readAt() == null ? wanted : seen).add(row);
        }
        ended(messageId, seen, Outcome.READ);
        ended(messageId, off, Outcome.OFF);
        Topic loudest =
                wanted.stream().anyMatch(row -> Topic.of(row.kind()) == Topic.URGENT) ? Topic.URGENT : Topic.RESULT;
        if (!wanted.isEmpty()) {
            preferences.quietUntil(loudest, clock.instant()).ifPresent(until -> {
                throw new DeliveryPostponedException(until);
            });
        }
        return wanted;
    }

    private void ended(String messageId, List<NoticeRow> rows, Outcome outcome) {
        if (!rows.isEmpty()) {
            List<Long> ids = rows.stream().map(NoticeRow::id).toList();
            transaction.executeWithoutResult(status -> mapper.ended(messageId, ids, outcome, clock.instant()));
        }
    }

    private <T> T read(Supplier<T> reading) {
        return Objects.requireNonNull(transaction.execute(status -> reading.get()));
    }
}
