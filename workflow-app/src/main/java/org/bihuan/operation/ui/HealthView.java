package org.bihuan.operation.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.calendar.DateFormats;
import org.bihuan.operation.ErrorLookup;
import org.bihuan.operation.Figures;
import org.bihuan.operation.Node;
import org.bihuan.operation.SystemHealth;
import org.bihuan.operation.SystemHealth.State;

/** 运行状况: what an operator sees at a glance, and the way from an error number to its cause. */
@Route("admin/health")
@Menu(title = "operation.health.title", order = 970, icon = "vaadin:doctor")
class HealthView extends Div implements HasDynamicTitle {

    private static final int SKEW_SECONDS = 2;

    private static final Duration LATE = Duration.ofMinutes(2);

    private static final Duration LAGGING = Duration.ofSeconds(30);

    private final transient SystemHealth health;
    private final Paragraph asOf = new Paragraph();
    private final Div readings = new Div();
    private transient Runnable stopListening = () -> {};

    HealthView(SystemHealth health, ErrorLookup lookup) {
        this.health = health;
        addClassName("operation-page");
        asOf.addClassName("operation-as-of");
        readings.addClassName("operation-readings");
        add(new H1(getPageTitle()), asOf, readings, new ErrorFinder(lookup));
        refresh();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("operation.health.title");
    }

    /** Follows each count; the part with the error number is left alone, so that nobody loses what he types. */
    @Override
    protected void onAttach(AttachEvent attached) {
        UI ui = attached.getUI();
        stopListening = health.listen(() -> ui.access(this::refresh));
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        stopListening.run();
    }

    private void refresh() {
        State state = health.now();
        asOf.setText(getTranslation(
                "operation.health.asOf",
                time(state.asOf()),
                state.figures().map(Figures::asOf).map(this::time).orElse("–")));
        readings.removeAll();
        database(state);
        state.pools().forEach(this::pool);
        jobs(state);
        state.figures().ifPresent(figures -> {
            work(figures);
            figures.waiting().forEach(this::channel);
        });
        disk(state);
        calendar(state);
        state.nodes().forEach(node -> node(state, node));
        program(state);
    }

    private void database(State state) {
        if (!state.databaseReachable()) {
            show("operation.health.database", Level.BAD, getTranslation("operation.health.database.gone"));
            return;
        }
        boolean skewed = Math.abs(state.skewSeconds()) >= SKEW_SECONDS;
        show(
                "operation.health.database",
                skewed ? Level.WARNING : Level.GOOD,
                getTranslation(
                        "operation.health.database.answers",
                        String.valueOf(state.answering().toMillis())),
                getTranslation("operation.health.database.skew", state.skewSeconds()));
    }

    private void pool(SystemHealth.Pool pool) {
        boolean full = pool.active() >= pool.most();
        show(
                getTranslation("operation.health.pool." + pool.name()),
                pool.waiting() > 0 ? Level.BAD : full ? Level.WARNING : Level.GOOD,
                List.of(getTranslation("operation.health.pool.use", pool.active(), pool.most(), pool.waiting())));
    }

    private void jobs(State state) {
        List<String> words = new ArrayList<>();
        words.add(getTranslation(state.jobsRun() ? "operation.health.jobs.run" : "operation.health.jobs.stopped"));
        Level level = state.jobsRun() ? Level.GOOD : Level.BAD;
        if (state.figures().isPresent()) {
            Figures figures = state.figures().get();
            words.add(getTranslation(
                    "operation.health.jobs.failed", figures.jobs().failed()));
            words.add(getTranslation(
                    "operation.health.jobs.late", figures.lateness().toSeconds()));
            level = figures.jobs().failed() > 0 || figures.lateness().compareTo(LATE) > 0
                    ? level.orWorse(Level.WARNING)
                    : level;
        }
        readings.add(new Reading(getTranslation("operation.health.jobs"), level, words)
                .leadingTo("admin/jobs", "operation.jobs.title"));
    }

    private void work(Figures figures) {
        List<String> words = new ArrayList<>();
        figures.cases()
                .forEach(row ->
                        words.add(getTranslation("operation.health.work.cases", family(row.family()), row.count())));
        figures.tasks()
                .forEach(row -> words.add(getTranslation(
                        "operation.health.work.tasks", family(row.family()), row.count(), row.overdue())));
        if (!words.isEmpty()) {
            show(getTranslation("operation.health.work"), Level.GOOD, words);
        }
    }

    private void channel(Figures.Waiting waiting) {
        readings.add(new Reading(
                        getTranslation("operation.health.channel", waiting.channel()),
                        waiting.age().compareTo(LAGGING) > 0 ? Level.WARNING : Level.GOOD,
                        List.of(getTranslation(
                                "operation.health.channel.lag", waiting.age().toSeconds())))
                .leadingTo("admin/messages", "outbox.title"));
    }

    private void disk(State state) {
        var space = state.space();
        show(
                "operation.health.disk",
                space.scarce() ? Level.BAD : Level.GOOD,
                getTranslation(
                        "operation.health.disk.free",
                        space.freePercent(),
                        String.valueOf(space.free() / (1L << 30)),
                        String.valueOf(space.total() / (1L << 30))),
                getTranslation(space.scarce() ? "operation.health.disk.scarce" : "operation.health.disk.enough"));
    }

    private void calendar(State state) {
        int thisYear = DateFormats.day(state.asOf()).getYear();
        show(
                "operation.health.calendar",
                state.lastCalendarYear().filter(year -> year >= thisYear).isPresent() ? Level.GOOD : Level.WARNING,
                state.lastCalendarYear()
                        .map(year -> getTranslation("operation.health.calendar.until", String.valueOf(year)))
                        .orElseGet(() -> getTranslation("operation.health.calendar.none")));
    }

    private void node(State state, Node node) {
        boolean alive = state.isAlive(node);
        show(
                getTranslation("operation.health.node", node.node()),
                alive ? Level.GOOD : Level.WARNING,
                List.of(
                        getTranslation(
                                alive ? "operation.health.node.alive" : "operation.health.node.silent",
                                time(node.lastSeenAt())),
                        getTranslation(
                                "operation.health.node.since",
                                time(node.startedAt()),
                                node.version() + " (" + node.commitId() + ")"),
                        getTranslation("operation.health.node.people", node.staff(), node.pages()),
                        getTranslation("operation.health.database.skew", node.skewSeconds())));
    }

    private void program(State state) {
        show(
                "operation.health.program",
                Level.GOOD,
                getTranslation("operation.health.program.version", state.version(), state.commit()),
                getTranslation("operation.health.program.here", state.here()));
    }

    private void show(String key, Level level, String... words) {
        show(getTranslation(key), level, List.of(words));
    }

    private void show(String title, Level level, List<String> words) {
        readings.add(new Reading(title, level, words));
    }

    private String family(String family) {
        return getTranslation("operation.family." + family);
    }

    private String time(Instant instant) {
        return DateFormats.dateTime(instant, getLocale());
    }
}
