package org.bihuan.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import org.bihuan.IntegrationTest;
import org.bihuan.casefile.CaseNumber;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;

@IntegrationTest
class FigureCollectorTest {

    @Autowired
    FigureCollector collector;

    @Autowired
    Heartbeat heartbeat;

    @Autowired
    NodeMapper nodes;

    @Autowired
    NodeName here;

    @Autowired
    MeterRegistry meters;

    @Autowired
    ConfigurableApplicationContext context;

    @Test
    void countsCasesAndTasksOfEachFamilyWithoutAnybodySignedIn() {
        var chores = new ChoreFixtures(context);
        CaseNumber number = chores.start();
        chores.run(chores.job(number));

        collector.count();

        Figures figures = collector.latest().orElseThrow();
        assertThat(figures.cases()).anySatisfy(row -> {
            assertThat(row.family()).isEqualTo("chore");
            assertThat(row.count()).isPositive();
        });
        assertThat(figures.tasks()).anySatisfy(row -> {
            assertThat(row.family()).isEqualTo("chore");
            assertThat(row.count()).isPositive();
            assertThat(row.overdue()).isLessThanOrEqualTo(row.count());
        });
        assertThat(figures.waiting()).extracting(Figures.Waiting::channel).contains("outbox");
        assertThat(meters.get("bihuan.cases.open")
                        .tag("family", "chore")
                        .gauge()
                        .value())
                .isPositive();
        assertThat(meters.get("bihuan.figures.age.seconds").gauge().value()).isNotNegative();
    }

    @Test
    void tellsItsListenersUntilTheyGo() {
        int[] told = {0};
        Runnable stop = collector.listen(() -> told[0]++);

        collector.count();
        stop.run();
        collector.count();

        assertThat(told[0]).isEqualTo(1);
    }

    @Test
    void everyNodeSaysThatItLives() {
        heartbeat.beat();

        assertThat(nodes.nodes()).anySatisfy(node -> {
            assertThat(node.node()).isEqualTo(here.value());
            assertThat(Math.abs(node.skewSeconds())).isLessThan(60);
        });
    }
}
