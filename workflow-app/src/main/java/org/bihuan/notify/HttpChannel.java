package org.bihuan.notify;

import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.bihuan.org.Staff;
import org.bihuan.outbox.DeliveryFailedException;
import org.bihuan.outbox.OutsideCall;
import org.bihuan.outbox.Signature;

/** SMS gateways and messengers: one JSON body posted to one address. */
class HttpChannel implements NoticeChannel {

    private final String key;
    private final HttpKind kind;
    private final URI url;
    private final String secret;
    private final HttpTemplate template;
    private final OutsideCall call;
    private final Clock clock;

    /**
     * @param secret signs the call as its kind wants it; empty where the kind needs none
     * @param template of the body
     */
    HttpChannel(
            String key, HttpKind kind, URI url, String secret, HttpTemplate template, OutsideCall call, Clock clock) {
        this.key = key;
        this.kind = kind;
        this.url = url;
        this.secret = secret;
        this.template = template;
        this.call = call;
        this.clock = clock;
    }

    @Override
    public String key() {
        return key;
    }

    /** A robot shows its group everything, and an SMS costs money. */
    @Override
    public boolean onlyUrgent() {
        return true;
    }

    @Override
    public Optional<String> address(Staff person) {
        return Optional.ofNullable(person.phone()).filter(phone -> !phone.isBlank());
    }

    @Override
    public void send(String address, Letter letter) {
        String body = template.fill(address, letter);
        Map<String, String> headers = kind == HttpKind.GENERIC
                ? Map.of(
                        Signature.MESSAGE_ID,
                        letter.id(),
                        Signature.HEADER,
                        Signature.of(secret, clock.instant(), body))
                : Map.of();
        String answer = call.post(kind.signed(url, secret, clock.instant()), headers, body);
        kind.failure(answer).ifPresent(code -> {
            throw new DeliveryFailedException(code, true);
        });
    }
}
