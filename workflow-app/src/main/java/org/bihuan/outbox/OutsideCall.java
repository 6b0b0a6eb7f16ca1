package org.bihuan.outbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Posts JSON. No redirect is followed: a receiver that could send us elsewhere could make us call into the own network.
 */
public final class OutsideCall implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(3);

    /** Of an answer more is not kept; those that we read are short. */
    private static final int LONGEST_ANSWER = 4096;

    /** From the beginning of the call to the last byte of the answer. */
    private final Duration longest;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    public OutsideCall(Duration longest) {
        this.longest = longest;
    }

    /**
     * Posts the body.
     *
     * @return the beginning of the answer
     * @throws DeliveryFailedException when the answer is not one of success, or none
     */
    public String post(URI url, Map<String, String> headers, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .timeout(longest)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("User-Agent", "Bihuan")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        CompletableFuture<HttpResponse<String>> call = client.sendAsync(request.build(), head -> new Beginning());
        try {
            // The request's own time-out ends with the head of the answer; this one includes its body.
            HttpResponse<String> answer = call.get(longest.toMillis(), TimeUnit.MILLISECONDS);
            int status = answer.statusCode();
            if (status < 200 || status > 299) {
                throw new DeliveryFailedException("HTTP_" + status, status == 429 || status >= 500);
            }
            return answer.body();
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

    @Override
    public void close() {
        client.shutdownNow();
    }

    /** Reads all of an answer and keeps its beginning. */
    private static final class Beginning implements HttpResponse.BodySubscriber<String> {

        private final CompletableFuture<String> body = new CompletableFuture<>();
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

        @Override
        public CompletionStage<String> getBody() {
            return body;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> parts) {
            for (ByteBuffer part : parts) {
                var bytes = new byte[Math.min(part.remaining(), LONGEST_ANSWER - kept.size())];
                part.get(bytes);
                kept.writeBytes(bytes);
            }
        }

        @Override
        public void onError(Throwable failure) {
            body.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            body.complete(kept.toString(StandardCharsets.UTF_8));
        }
    }
}
