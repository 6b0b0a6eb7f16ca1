package org.bihuan.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bihuan.attachment.StorageSpace.Space;
import org.bihuan.engine.FailedJobs.Backlog;
import org.bihuan.operation.Alert.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class AlertsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    # failed | minutes since | job due for s | message waits s | % free | skew | alert
                    0        | -             | 0             | 0               | 50     | 0    | -
                    1        | 4             | 0             | 0               | 50     | 0    | -
                    1        | 5             | 0             | 0               | 50     | 0    | FAILED_JOBS
                    0        | -             | 120           | 0               | 50     | 0    | -
                    0        | -             | 121           | 0               | 50     | 0    | LATE_JOBS
                    0        | -             | 0             | 30              | 50     | 0    | -
                    0        | -             | 0             | 31              | 50     | 0    | LATE_MESSAGES
                    0        | -             | 0             | 0               | 5      | 0    | -
                    0        | -             | 0             | 0               | 4      | 0    | DISK
                    0        | -             | 0             | 0               | 50     | 1    | -
                    0        | -             | 0             | 0               | 50     | -2   | CLOCK
                    """)
    void areRaisedPastTheirThreshold(
            long failed, Integer failedMinutes, long due, long waits, long free, int skew, Kind expected) {
        Figures figures = figures(failed, failedMinutes, due, waits, free, skew);

        assertThat(Alerts.of(figures).keySet())
                .containsExactlyElementsOf(expected == null ? List.of() : List.of(expected));
    }

    @Test
    void areSaidOnceAndCountedAsLongAsTheyLast(CapturedOutput output) {
        var meters = new SimpleMeterRegistry();
        var alerts = new Alerts(meters);
        Figures bad = figures(3, 6, 0, 0, 50, 0);

        alerts.judge(bad);
        alerts.judge(bad);

        assertThat(alerts.raised()).containsExactly(new Alert(Kind.FAILED_JOBS, 3));
        assertThat(gauge(meters)).isEqualTo(1);
        assertThat(output.getAll()).containsOnlyOnce("Alert: FAILED_JOBS 3");

        alerts.judge(figures(0, null, 0, 0, 50, 0));

        assertThat(alerts.raised()).isEmpty();
        assertThat(gauge(meters)).isZero();
    }

    private static double gauge(SimpleMeterRegistry meters) {
        return meters.get("bihuan.alert").tag("kind", "failed_jobs").gauge().value();
    }

    static Figures figures(long failed, Integer failedMinutes, long due, long waits, long free, int skew) {
        return new Figures(
                NOW,
                List.of(new Figures.OpenCases("incident", 5)),
                List.of(new Figures.OpenTasks("incident", 7, 2)),
                new Backlog(
                        failed,
                        failedMinutes == null ? null : NOW.minus(Duration.ofMinutes(failedMinutes)),
                        due == 0 ? null : NOW.minusSeconds(due)),
                List.of(new Figures.Waiting("outbox", Duration.ofSeconds(waits))),
                new Space(100, free, true, 5),
                skew);
    }
}
