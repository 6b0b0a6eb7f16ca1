package org.bihuan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.bihuan.BihuanApplication;
import org.bihuan.DurableDatabase;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs everything once; each goal is a test of its own. */
@Tag("bench")
@SpringBootTest(
        classes = {BihuanApplication.class, BenchFamilies.class},
        properties = {
            "bihuan.engine.job-executor=false",
            "bihuan.storage.folder=target/bench-storage",
            "logging.level.root=warn"
        })
@ContextConfiguration(initializers = SpeedBenchmark.Database.class)
class SpeedBenchmark {

    /** Starts the server on which everything runs. */
    static final class Database implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        private static Optional<DurableDatabase> started = Optional.empty();

        static DurableDatabase get() {
            return started.orElseThrow();
        }

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var database = DurableDatabase.start();
            started = Optional.of(database);
            TestPropertyValues.of(
                            "spring.datasource.url=" + database.url(),
                            "spring.datasource.username=" + database.user(),
                            "spring.datasource.password=" + database.password())
                    .applyTo(context);
        }
    }

    @Autowired
    ConfigurableApplicationContext context;

    private final Report report = new Report();
    private final BenchSize size = BenchSize.chosen();

    @TestFactory
    Stream<DynamicTest> goals() throws Exception {
        SecurityContextHolder.setContextHolderStrategy(context.getBean(SecurityContextHolderStrategy.class));
        double load = Machine.load();
        var product = new JdbcTemplate(context.getBean(DataSource.class));
        try (var server = new BenchServer(Database.get(), shippedOptions())) {
            measure(server, product);
        }
        String day = LocalDate.now().toString();
        List<String> machine = Machine.describe(product, size, Database.get().flush(), load);
        Path folder = size.full() ? Path.of("../docs/performance") : Path.of("target/performance");
        String name = size.full() ? day : day + "-small";
        report.write(folder, name, machine);
        System.out.println(report.markdown(name, machine));
        return report.goals().stream()
                .map(goal -> DynamicTest.dynamicTest(
                        goal.name() + " " + goal.limit(),
                        () -> assertThat(goal.met())
                                .as("%s: %s", goal.limit(), goal.measured())
                                .isNotEqualTo(false)));
    }

    private void measure(BenchServer server, JdbcTemplate product) throws SQLException {
        String numbers = server.numbers(Math.max(size.mostOpenTasks(), 10_000));
        var dataSource = context.getBean(DataSource.class);
        var transaction = context.getBean(TransactionTemplate.class);
        var people = new BenchPeople(dataSource, transaction, numbers);
        var ours = new ProductPeer(context, people, numbers);
        var bare = new CamundaPeer("Camunda 7.24, history full", server.newSchema("camunda"), numbers);
        List<EnginePeer> engines = new ArrayList<>(List.of(bare));
        Isolated.flowable(server.newSchema("flowable"), numbers)
                .ifPresentOrElse(engines::add, () -> report.remark("without Flowable: run it with -Pbench"));
        if (wanted("approval")) {
            List<Peers.Approving> peers = join(ours, engines);
            peers.add(new JdbcFloor(dataSource, people));
            new ApprovalSection(report, size, product).run(peers, ours, bare);
        }
        if (wanted("race")) {
            List<Peers.Racing> peers = join(ours, engines);
            DataSource rows = server.newSchema("claim");
            peers.add(new ClaimByRow("own row committed first, then Camunda", bare, rows, bare::assign));
            peers.add(new ClaimByRow("own row only", bare, rows, (task, user) -> {}));
            new RaceSection(report, size).run(peers, ours, bare);
        }
        if (wanted("dispatch")) {
            new DispatchSection(report, size).run(SpeedBenchmark.<Peers.Dispatching>join(ours, engines), ours, bare);
        }
        if (wanted("driver")) {
            new DriverSection(report, size, server).run(numbers);
        }
        if (wanted("inbox")) {
            new InboxSection(report, size, product, transaction)
                    .run(SpeedBenchmark.<Peers.Listing>join(ours, engines), ours, bare);
        }
        engines.forEach(EnginePeer::close);
    }

    /** {@code -Dbihuan.bench.sections=inbox,race} measures a part only. */
    private static boolean wanted(String section) {
        String sections = System.getProperty("bihuan.bench.sections", "");
        return sections.isBlank() || List.of(sections.split(",")).contains(section);
    }

    private Properties shippedOptions() {
        return Binder.get(context.getEnvironment())
                .bind("spring.datasource.hikari.data-source-properties", Bindable.of(Properties.class))
                .get();
    }

    private static <P> List<P> join(P ours, List<? extends P> others) {
        List<P> all = new ArrayList<>(List.of(ours));
        all.addAll(others);
        return all;
    }
}
