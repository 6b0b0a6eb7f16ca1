package org.bihuan.outbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Posts events to the one address that the operator named, signed. No redirect is followed: a receiver that could send
 * us elsewhere could make us call into the own network.
 */
class Webhook implements Receiver, AutoCloseable {

    static final String MESSAGE_ID = "Bihuan-Message-Id";

    static final String SIGNATURE = "Bihuan-Signature";

    private static final Duration CONNECT = Duration.ofSeconds(3);

    /** From the beginning of the call to the last byte of the answer. */
    private final Duration longest;

    private final URI url;
    private final byte[] secret;
    private final Clock clock;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    Webhook(URI url, String secret, Duration longest, Clock clock) {
        this.url = url;
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
        this.longest = longest;
        this.clock = clock;
    }

    @Override
    public String topic() {
        return CaseEventMessages.TOPIC;
    }

    @Override
    public void deliver(OutboxMessage message) {
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(longest)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("User-Agent", "Bihuan")
                .header(MESSAGE_ID, message.messageId())
                .header(SIGNATURE, signature(message.payload()))
                .POST(HttpRequest.BodyPublishers.ofString(message.payload()))
                .build();
        CompletableFuture<HttpResponse<Void>> call = client.sendAsync(request, HttpResponse.BodyHandlers.discarding());
        try {
            // The request's own time-out ends with the head of the answer; this one includes its body.
            int status = call.get(longest.toMillis(), TimeUnit.MILLISECONDS).statusCode();
            if (status < 200 || status > 299) {
                throw new DeliveryFailedException("HTTP_" + status, status == 429 || status >= 500);
            }
        } catch (TimeoutException e) {
            throw new DeliveryFailedException("TIMEOUT", true);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof HttpTimeoutException) {
                throw new DeliveryFailedException("TIMEOUT", true);
            }
            throw new DeliveryFailedException(e.getCause() instanceof IOException ? "UNREACHABLE" : "ERROR", true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeliveryFailedException("INTERRUPTED", true);
        } finally {
            call.cancel(true);
        }
    }

    /** {@code t=<seconds since 1970>,v1=<HMAC-SHA256 of "t.body" in hexadecimal>}; the time makes old calls useless. */
    private String signature(String body) {
        long seconds = clock.instant().getEpochSecond();
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            byte[] hmac = mac.doFinal((seconds + "." + body).getBytes(StandardCharsets.UTF_8));
            return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(hmac);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
