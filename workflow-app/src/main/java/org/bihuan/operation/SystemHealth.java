package org.bihuan.operation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bihuan.attachment.StorageSpace;
import org.bihuan.calendar.CalendarAdministration;
import org.bihuan.engine.FailedJobs;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Everything that an operator wants to know at a glance, of this node and of all. */
@Service
@PreAuthorize("@rights.may('operation.look')")
public class SystemHealth {

    /** Three heart beats missed. */
    private static final Duration SILENT = Duration.ofSeconds(50);

    private final DatabaseProbe database;
    private final FigureCollector figures;
    private final Alerts alerts;
    private final StorageSpace storage;
    private final FailedJobs jobs;
    private final NodeMapper nodes;
    private final NodeName node;
    private final Program program;
    private final CalendarAdministration calendar;
    private final MeterRegistry meters;
    private final Clock clock;

    SystemHealth(
            DatabaseProbe database,
            FigureCollector figures,
            Alerts alerts,
            StorageSpace storage,
            FailedJobs jobs,
            NodeMapper nodes,
            NodeName node,
            Program program,
            CalendarAdministration calendar,
            MeterRegistry meters,
            Clock clock) {
        this.database = database;
        this.figures = figures;
        this.alerts = alerts;
        this.storage = storage;
        this.jobs = jobs;
        this.nodes = nodes;
        this.node = node;
        this.program = program;
        this.calendar = calendar;
        this.meters = meters;
        this.clock = clock;
    }

    /** How things are now; counts are at most half a minute old. */
    public State now() {
        DatabaseProbe.Answer answer = database.latest();
        return new State(
                clock.instant(),
                answer.reachable(),
                answer.took(),
                answer.skewSeconds(),
                pools(),
                figures.latest(),
                !jobs.isWanted() || jobs.isRunning(),
                storage.now(),
                answer.reachable() ? calendar.years().stream().max(Comparator.naturalOrder()) : Optional.empty(),
                program.version(),
                program.commit(),
                node.value(),
                answer.reachable() ? nodes.nodes() : List.of(),
                alerts.raised());
    }

    /**
     * Calls {@code tell} after each count, from a thread of the program's own.
     *
     * @return stops it
     */
    public Runnable listen(Runnable tell) {
        return figures.listen(tell);
    }

    private List<Pool> pools() {
        return meters.find("hikaricp.connections.active").gauges().stream()
                .map(active -> active.getId().getTag("pool"))
                .map(name -> new Pool(
                        name == null ? "" : name,
                        value("hikaricp.connections.active", name),
                        value("hikaricp.connections.max", name),
                        value("hikaricp.connections.pending", name)))
                .sorted(Comparator.comparing(Pool::name))
                .toList();
    }

    private int value(String meter, String pool) {
        Gauge gauge = meters.find(meter).tag("pool", pool).gauge();
        return gauge == null ? 0 : (int) gauge.value();
    }

    /** A pool of connections: how many are in use, how many there are at most, how many requests wait for one. */
    public record Pool(String name, int active, int most, int waiting) {}

    /**
     * How things are.
     *
     * @param answering time in which the database answered
     * @param figures empty until the first count
     * @param jobsRun false when this node should run jobs and does not
     * @param lastCalendarYear last year whose holidays are known
     * @param here name of this node
     */
    public record State(
            Instant asOf,
            boolean databaseReachable,
            Duration answering,
            int skewSeconds,
            List<Pool> pools,
            Optional<Figures> figures,
            boolean jobsRun,
            StorageSpace.Space space,
            Optional<Integer> lastCalendarYear,
            String version,
            String commit,
            String here,
            List<Node> nodes,
            List<Alert> alerts) {

        /** Whether the node was heard of lately. */
        public boolean isAlive(Node node) {
            return Duration.between(node.lastSeenAt(), asOf.minusSeconds(skewSeconds))
                            .compareTo(SILENT)
                    < 0;
        }
    }
}
