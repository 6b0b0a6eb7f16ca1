package org.bihuan.faults;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.bihuan.transaction.BusyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/**
 * Takes one act a request, {@code /report?key=…&grid=…}, and answers after its commit: 200 done, 409 refused with the
 * reason a person would read, 503 busy, 500 anything else.
 */
class NodeControl {

    private static final Logger LOG = LoggerFactory.getLogger(NodeControl.class);

    private final NodeActs acts;
    private final NodeFaults faults;
    private final int port;

    NodeControl(NodeActs acts, NodeFaults faults, @Value("${bihuan.faults.control}") int port) {
        this.acts = acts;
        this.faults = faults;
        this.port = port;
    }

    @EventListener(ApplicationReadyEvent.class)
    void open() throws IOException {
        acts.lookAround();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 64);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        int code;
        String answer;
        try {
            String verb = exchange.getRequestURI().getPath().substring(1);
            Map<String, String> words = words(exchange.getRequestURI().getQuery());
            answer = faults.knows(verb) ? faults.inject(verb, words) : acts.act(verb, words);
            code = 200;
        } catch (RuntimeException e) {
            boolean refused = NodeActs.isRefusal(e);
            code = BusyException.isCauseOf(e) ? 503 : refused ? 409 : 500;
            answer = e.getClass().getSimpleName() + ": " + e.getMessage();
            if (!refused) {
                LOG.info("An act failed", e);
            }
        }
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(code, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static Map<String, String> words(String query) {
        return query == null
                ? Map.of()
                : Arrays.stream(query.split("&"))
                        .map(word -> word.split("=", 2))
                        .collect(Collectors.toMap(word -> word[0], word -> word[1]));
    }
}
