package org.bihuan.operation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What needs a human: said once in the log when it begins and when it ends, and shown as long as it lasts. */
@Component
public class Alerts {

    private static final Logger LOG = LoggerFactory.getLogger(Alerts.class);

    private static final Duration FAILED = Duration.ofMinutes(5);

    private static final Duration LATE = Duration.ofMinutes(2);

    private static final Duration LAGGING = Duration.ofSeconds(30);

    /** One is the grain of the clock. */
    private static final int SKEW_SECONDS = 2;

    private final Map<Alert.Kind, Alert> raised = new ConcurrentHashMap<>();

    Alerts(MeterRegistry meters) {
        for (Alert.Kind kind : Alert.Kind.values()) {
            Gauge.builder("bihuan.alert", raised, all -> all.containsKey(kind) ? 1 : 0)
                    .tag("kind", kind.name().toLowerCase(Locale.ROOT))
                    .description("1 while it needs a human")
                    .register(meters);
        }
    }

    /** What needs a human now, most urgent first. */
    List<Alert> raised() {
        return raised.values().stream()
                .sorted(Comparator.comparing(Alert::kind))
                .toList();
    }

    void judge(Figures figures) {
        Map<Alert.Kind, Alert> now = of(figures);
        for (Alert.Kind kind : Alert.Kind.values()) {
            Alert alert = now.get(kind);
            if (alert == null) {
                if (raised.remove(kind) != null) {
                    LOG.info("Alert ended: {}", kind);
                }
            } else if (raised.put(kind, alert) == null) {
                LOG.warn("Alert: {} {}", kind, alert.amount());
            }
        }
    }

    static Map<Alert.Kind, Alert> of(Figures figures) {
        var alerts = new EnumMap<Alert.Kind, Alert>(Alert.Kind.class);
        if (figures.jobs().failed() > 0 && figures.failing().compareTo(FAILED) >= 0) {
            alerts.put(
                    Alert.Kind.FAILED_JOBS,
                    new Alert(Alert.Kind.FAILED_JOBS, figures.jobs().failed()));
        }
        if (figures.lateness().compareTo(LATE) > 0) {
            alerts.put(
                    Alert.Kind.LATE_JOBS,
                    new Alert(Alert.Kind.LATE_JOBS, figures.lateness().toMinutes()));
        }
        figures.waiting().stream()
                .map(Figures.Waiting::age)
                .max(Comparator.naturalOrder())
                .filter(age -> age.compareTo(LAGGING) > 0)
                .ifPresent(age ->
                        alerts.put(Alert.Kind.LATE_MESSAGES, new Alert(Alert.Kind.LATE_MESSAGES, age.toSeconds())));
        if (figures.space().scarce()) {
            alerts.put(
                    Alert.Kind.DISK, new Alert(Alert.Kind.DISK, figures.space().freePercent()));
        }
        if (Math.abs(figures.skewSeconds()) >= SKEW_SECONDS) {
            alerts.put(Alert.Kind.CLOCK, new Alert(Alert.Kind.CLOCK, figures.skewSeconds()));
        }
        return alerts;
    }
}
