package org.bihuan.engine;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.spring.ProcessEngineFactoryBean;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The engine inside our own transactions, without its web applications, its REST interface, its authorisation and its
 * schema updates (Flyway owns the schema).
 *
 * @see "docs/decisions/0002-engine-without-starter.md"
 */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    @Bean
    @DependsOn("flywayInitializer")
    SpringProcessEngineConfiguration processEngineConfiguration(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            ListableBeanFactory beans,
            ObjectProvider<TaskObserver> observers,
            ObjectProvider<JobFailureObserver> jobFailures,
            @Value("${bihuan.engine.job-executor:true}") boolean jobExecutor,
            @Value("${bihuan.engine.job-lock:15m}") Duration jobLock,
            @Value("${bihuan.engine.read-only:false}") boolean readOnly)
            throws IOException {
        var configuration = new SpringProcessEngineConfiguration();
        configuration.setProcessEngineName("bihuan");
        configuration.setDataSource(new SingleRowBatches(dataSource));
        configuration.setTransactionManager(transactions);
        configuration.setDatabaseSchemaUpdate("false");
        configuration.setJobExecutor(new EngineJobs(jobLock));
        configuration.setJobExecutorActivate(jobExecutor);
        // A job that a person's step creates is run at once instead of at the next look.
        configuration.setHintJobExecutor(true);
        configuration.setCustomHistoryLevels(new ArrayList<>(List.of(new StepHistory())));
        configuration.setHistory(StepHistory.NAME);
        configuration.setHistoryRemovalTimeStrategy("start");
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.setAuthorizationEnabled(false);
        configuration.setCmmnEnabled(false);
        configuration.setStandaloneTasksEnabled(false);
        configuration.setMetricsEnabled(false);
        configuration.setTaskMetricsEnabled(false);
        configuration.setHistoryCleanupBatchWindowStartTime("01:00");
        configuration.setHistoryCleanupBatchWindowEndTime("05:00");
        configuration.setDefaultNumberOfRetries(3);
        configuration.setFailedJobCommandFactory(new ObservedJobFailures(jobFailures));
        // Lines that the engine writes carry the number of the case under the same name as all others.
        configuration.setLoggingContextBusinessKey("case");
        closeDoors(configuration, vocabulary(beans), new ModelBeans(beans));
        configuration.setCustomPostBPMNParseListeners(
                new ArrayList<>(List.of(new TaskObserverParseListener(observers))));
        configuration.setDeploymentName(ModelDeployments.SHIPPED);
        // Only what changed since the program last deployed it: a model that somebody approved stays the newest
        // version over every restart, until a new release of the program brings a changed one.
        configuration.setDeployChangedOnly(true);
        configuration.setDeploymentResources(
                Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath*:bpmn/**/*.bpmn"))
                        .map(ShippedModelFile::of)
                        .toArray(Resource[]::new));
        if (readOnly) {
            writeNothing(configuration);
        }
        return configuration;
    }

    /** Nothing that comes in as a text becomes code; {@link EngineCheck} looks whether it stays so. */
    static void closeDoors(
            ProcessEngineConfigurationImpl configuration, ModelVocabulary vocabulary, Map<Object, Object> beans) {
        configuration.setExpressionManager(new ModelExpressionManager(vocabulary, beans));
        configuration.setCustomPreDeployers(List.of(new DeploymentGuard(vocabulary)));
        configuration.setScriptEngineResolver(new NoScripts());
        configuration.setEnableScriptCompilation(false);
        configuration.setEnableScriptEngineCaching(false);
        configuration.setEnableScriptEngineLoadExternalResources(false);
        configuration.setEnableFetchScriptEngineFromProcessApplication(false);
        configuration.setEnableExpressionsInAdhocQueries(false);
        configuration.setEnableExpressionsInStoredQueries(false);
        configuration.setEnableXxeProcessing(false);
        configuration.setJavaSerializationFormatEnabled(false);
    }

    private static ModelVocabulary vocabulary(ListableBeanFactory beans) {
        return new ModelVocabulary(name -> beans.containsBean(name) ? beans.getType(name) : null);
    }

    @Bean
    ModelVocabulary modelVocabulary(ListableBeanFactory beans) {
        return vocabulary(beans);
    }

    /** For the check of a database in use: neither jobs nor models nor what the engine writes when it starts. */
    private static void writeNothing(SpringProcessEngineConfiguration configuration) {
        configuration.setJobExecutorActivate(false);
        configuration.setDeploymentResources(new Resource[0]);
        configuration.setProcessEngineBootstrapCommand(context -> null);
    }

    @Bean
    ProcessEngineFactoryBean processEngine(SpringProcessEngineConfiguration configuration) {
        var factory = new ProcessEngineFactoryBean();
        factory.setProcessEngineConfiguration(configuration);
        return factory;
    }

    @Bean
    RuntimeService runtimeService(ProcessEngine engine) {
        return engine.getRuntimeService();
    }

    @Bean
    TaskService taskService(ProcessEngine engine) {
        return engine.getTaskService();
    }

    @Bean
    ManagementService managementService(ProcessEngine engine) {
        return engine.getManagementService();
    }

    @Bean
    HistoryService historyService(ProcessEngine engine) {
        return engine.getHistoryService();
    }

    @Bean
    RepositoryService repositoryService(ProcessEngine engine) {
        return engine.getRepositoryService();
    }
}
