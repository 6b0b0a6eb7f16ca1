package org.bihuan.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.bihuan.IntegrationTest;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;

/** What the program does with its own models when it starts again. */
@IntegrationTest
@Transactional
class RestartTest {

    private static final String KEY = "incidentHandling";

    @Autowired
    ModelDeployments deployments;

    @Autowired
    RepositoryService repository;

    @Autowired
    ConfigurableApplicationContext context;

    @Test
    void leavesTheVersionThatSomebodyApproved() throws Exception {
        int approved =
                deployments.deploy(KEY, "draft-7", deployments.latest(KEY).replace("社区核查", "社区复核"));

        restart();

        assertThat(deployments.versions(KEY).getFirst())
                .extracting(ModelDeployments.Version::number, ModelDeployments.Version::source)
                .containsExactly(approved, "draft-7");
        assertThat(deployments.latest(KEY)).contains("社区复核");
    }

    @Test
    void bringsAModelThatTheNewReleaseChanged() throws Exception {
        String shipped = deployments.latest(KEY);
        repository
                .createDeployment()
                .name(ModelDeployments.SHIPPED)
                .addString("bpmn/incident/incident-handling.bpmn", shipped.replace("社区核查", "社区查看"))
                .deploy();

        restart();

        assertThat(deployments.versions(KEY).getFirst().shipped()).isTrue();
        assertThat(deployments.latest(KEY)).isEqualTo(shipped);
    }

    @Test
    void doesNothingWhenNothingChanged() throws Exception {
        List<ModelDeployments.Version> before = deployments.versions(KEY);

        restart();

        assertThat(deployments.versions(KEY)).isEqualTo(before);
    }

    private void restart() throws Exception {
        var configuration = new EngineConfiguration()
                .processEngineConfiguration(
                        context.getBean(DataSource.class),
                        context.getBean(PlatformTransactionManager.class),
                        context,
                        context.getBeanProvider(TaskObserver.class),
                        context.getBeanProvider(JobFailureObserver.class),
                        false,
                        Duration.ofMinutes(15),
                        false);
        configuration.setApplicationContext(context);
        configuration.setProcessEngineName("restarted");
        configuration.buildProcessEngine().close();
    }
}
