package org.bihuan.operation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import jakarta.annotation.PostConstruct;
import java.time.Clock;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import org.bihuan.inbox.InboxFeed;
import org.springframework.stereotype.Component;

/** Offers the last count to Prometheus. Before the first count, and for what is unknown, the value is NaN. */
@Component
class Meters {

    private final FigureCollector collector;
    private final MeterRegistry registry;
    private final MultiGauge cases;
    private final MultiGauge tasks;
    private final MultiGauge overdue;
    private final MultiGauge waiting;

    Meters(FigureCollector collector, InboxFeed feed, DatabaseProbe database, MeterRegistry registry, Clock clock) {
        this.collector = collector;
        this.registry = registry;
        cases = rows("bihuan.cases.open", "Cases that have not ended");
        tasks = rows("bihuan.tasks.open", "Tasks that somebody must do");
        overdue = rows("bihuan.tasks.overdue", "Open tasks past their time");
        waiting = rows("bihuan.channel.lag.seconds", "Age of the oldest message that waits");
        gauge(
                "bihuan.jobs.failed",
                "Jobs that were given up",
                figures -> figures.jobs().failed());
        gauge(
                "bihuan.jobs.oldest.due.seconds",
                "How long the oldest due job has been waiting",
                figures -> figures.lateness().toSeconds());
        gauge(
                "bihuan.storage.free.ratio",
                "Free share of the disk with photos",
                figures -> figures.space().freePercent() / 100.0);
        gauge(
                "bihuan.figures.age.seconds",
                "Age of these figures",
                figures -> Duration.between(figures.asOf(), clock.instant()).toSeconds());
        Gauge.builder("bihuan.push.pages", feed, InboxFeed::pages)
                .description("Open pages of staff that are told of changes")
                .register(registry);
        Gauge.builder("bihuan.push.people", feed, InboxFeed::people)
                .description("Members of staff with such a page")
                .register(registry);
        Gauge.builder(
                        "bihuan.database.reachable",
                        database,
                        probe -> probe.latest().reachable() ? 1 : 0)
                .register(registry);
        Gauge.builder(
                        "bihuan.clock.skew.seconds",
                        database,
                        probe -> probe.latest().skewSeconds())
                .register(registry);
    }

    @PostConstruct
    void followEachCount() {
        collector.listen(this::refresh);
    }

    private void refresh() {
        collector.latest().ifPresent(figures -> {
            cases.register(
                    figures.cases().stream()
                            .map(row -> MultiGauge.Row.of(Tags.of("family", row.family()), row.count()))
                            .toList(),
                    true);
            tasks.register(
                    figures.tasks().stream()
                            .map(row -> MultiGauge.Row.of(Tags.of("family", row.family()), row.count()))
                            .toList(),
                    true);
            overdue.register(
                    figures.tasks().stream()
                            .map(row -> MultiGauge.Row.of(Tags.of("family", row.family()), row.overdue()))
                            .toList(),
                    true);
            waiting.register(
                    figures.waiting().stream()
                            .map(row -> MultiGauge.Row.of(
                                    Tags.of("channel", row.channel()), row.age().toSeconds()))
                            .toList(),
                    true);
        });
    }

    private MultiGauge rows(String name, String description) {
        return MultiGauge.builder(name).description(description).register(registry);
    }

    private void gauge(String name, String description, ToDoubleFunction<Figures> value) {
        Gauge.builder(
                        name,
                        collector,
                        all -> all.latest().map(value::applyAsDouble).orElse(Double.NaN))
                .description(description)
                .register(registry);
    }
}
