package org.bihuan.operation;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/**
 * Gives an unforeseen error a short number that the person can read out on the phone. The log of the node and a table
 * of all nodes hold it beside the stack trace.
 */
@Component
public class ErrorIds {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorIds.class);

    private static final SecureRandom RANDOM = new SecureRandom();

    private static final int WAITING = 200;

    private final ErrorStore store;
    private final NodeName node;
    private final MeterRegistry meters;
    private final Clock clock;

    /** One thread, so that a storm of errors takes one connection; what does not fit stays in the log only. */
    private final ThreadPoolExecutor writer = new ThreadPoolExecutor(
            1,
            1,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(WAITING),
            Thread.ofPlatform().name("errors").daemon().factory(),
            new ThreadPoolExecutor.DiscardPolicy());

    ErrorIds(ErrorStore store, NodeName node, MeterRegistry meters, Clock clock) {
        this.store = store;
        this.node = node;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * Writes the error to the log and to the table, and returns its number, for example {@code 4F0C-91AB}.
     *
     * @param place page, pattern of an address or step; never an address as it was called, which may hold a secret
     */
    public String record(Throwable error, Kind kind, String place) {
        return record(error, kind, place, null, null);
    }

    String record(Throwable error, Kind kind, String place, @Nullable String caseNumber, @Nullable String jobId) {
        String id = newId();
        MDC.put(LogMarks.ERROR, id);
        try {
            LOG.error("Error {} at {} {}", id, kind.word(), place, error);
        } finally {
            MDC.remove(LogMarks.ERROR);
        }
        Throwable root = root(error);
        meters.counter(
                        "bihuan.errors",
                        "kind",
                        kind.word(),
                        "exception",
                        root.getClass().getSimpleName())
                .increment();
        String trace = trace(error);
        String staff = LogMarks.get(LogMarks.STAFF);
        String number = caseNumber == null ? LogMarks.get(LogMarks.CASE) : caseNumber;
        var record = new ErrorRecord(
                id,
                clock.instant(),
                node.value(),
                kind,
                PersonalData.mask(place, 200),
                PersonalData.cut(root.getClass().getName(), 200),
                PersonalData.mask(String.valueOf(root.getMessage()), 500),
                hash(root),
                PersonalData.mask(trace, 15_000),
                LogMarks.get(LogMarks.TRACE),
                staff.isEmpty() ? null : Long.valueOf(staff),
                number.isEmpty() ? null : number,
                jobId);
        writer.execute(() -> keep(record));
        return id;
    }

    private void keep(ErrorRecord error) {
        try {
            store.keep(error);
        } catch (RuntimeException e) {
            LOG.warn("Error {} is in the log only, because it could not be stored: {}", error.id(), e.toString());
        }
    }

    /** Waits until what was recorded before is in the table. */
    void flush() throws Exception {
        writer.submit(() -> {}).get(10, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() throws InterruptedException {
        writer.shutdown();
        writer.awaitTermination(2, TimeUnit.SECONDS);
    }

    private static String newId() {
        byte[] bytes = new byte[4];
        RANDOM.nextBytes(bytes);
        String hex = HexFormat.of().withUpperCase().formatHex(bytes);
        return hex.substring(0, 4) + "-" + hex.substring(4);
    }

    private static Throwable root(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }

    private static String trace(Throwable error) {
        var text = new StringWriter();
        error.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    /** The same for the same fault, whatever its message says. */
    private static String hash(Throwable root) {
        var text = new StringBuilder(root.getClass().getName());
        for (StackTraceElement frame : root.getStackTrace()) {
            text.append('\n').append(frame.getClassName()).append('.').append(frame.getMethodName());
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Through which door the error came. */
    public enum Kind {
        /** A page could not be opened. */
        PAGE,
        /** A click or another act on a page. */
        ACTION,
        /** An answer to another program or a file. */
        API,
        /** A job of the engine. */
        JOB,
        /** Work that the program does by the clock. */
        SCHEDULE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
