package org.bihuan.faults;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A node as the harness sees it: a process to start, kill and pause, and an address to send acts to. */
final class NodeProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration START = Duration.ofMinutes(4);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final String name;
    private final List<String> settings;
    private final Path logs;
    private final int control = Ports.free();

    private Process process;

    NodeProcess(String name, List<String> settings, Path logs) {
        this.name = name;
        this.settings = settings;
        this.logs = logs;
    }

    /** What a node answered; code 0 when it did not, so that nobody knows whether it was done. */
    record Answer(int code, String text) {

        boolean done() {
            return code == 200;
        }

        boolean refused() {
            return code == 409 || busy();
        }

        /** Not done, and right to be tried again a little later. */
        boolean busy() {
            return code == 503;
        }
    }

    void begin() throws IOException {
        var options = new ArrayList<String>(settings);
        options.add("-Dbihuan.faults.control=" + control);
        options.add("-Dserver.port=0");
        process = Jvm.start(options, List.of(Node.class.getName()), logs.resolve(name + ".log"));
    }

    /** How long it took until the first good answer, from the moment at which it was begun. */
    Duration awaitReady() {
        return Waiting.until(name + " answers", START, () -> {
            if (!process.isAlive()) {
                throw new AssertionError(name + " ended while starting, see " + logs);
            }
            return ask("ping", Map.of()).done();
        });
    }

    Answer ask(String verb, Map<String, String> words) {
        String query = words.entrySet().stream()
                .map(word -> word.getKey() + "=" + URLEncoder.encode(word.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + control + "/" + verb + (query.isEmpty() ? "" : "?" + query)))
                .timeout(PATIENCE)
                .build();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException e) {
            return new Answer(0, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** As {@link #ask}, for what the harness itself needs to succeed. */
    String demand(String verb, Map<String, String> words) {
        Answer answer = ask(verb, words);
        if (!answer.done()) {
            throw new AssertionError(name + " did not " + verb + " " + words + ": " + answer);
        }
        return answer.text();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void pause() throws IOException, InterruptedException {
        signal("STOP");
    }

    void goOn() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
    }
}
