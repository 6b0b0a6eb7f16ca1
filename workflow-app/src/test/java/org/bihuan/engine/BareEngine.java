package org.bihuan.engine;

import java.util.ArrayList;
import java.util.List;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.ExpressionManager;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.mockito.Mockito;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;

/** An engine as it comes, on the same database, to show that the attacks of the tests are real ones. */
final class BareEngine {

    private BareEngine() {}

    /** The engine logs each refusal with its trace; hundreds of them are expected here. */
    static void quiet(boolean quiet) {
        for (String logger : List.of("org.camunda.bpm.engine.context", "org.camunda.bpm.engine.bpmn.parser")) {
            LoggingSystem.get(BareEngine.class.getClassLoader())
                    .setLogLevel(logger, quiet ? LogLevel.OFF : LogLevel.WARN);
        }
    }

    static void hideMarkers(ConfigurableApplicationContext context) {
        if (!context.containsBean("marker")) {
            context.getBeanFactory().registerSingleton("marker", new Marker());
            context.getBeanFactory().registerSingleton("markerHidden", new Marker.Hidden());
        }
    }

    static ProcessEngine beside(ApplicationContext context) {
        var configuration = new SpringProcessEngineConfiguration();
        configuration.setApplicationContext(context);
        configuration.setProcessEngineName("bare");
        configuration.setDataSource(context.getBean(DataSource.class));
        configuration.setTransactionManager(context.getBean(PlatformTransactionManager.class));
        configuration.setCustomHistoryLevels(new ArrayList<>(List.of(new StepHistory())));
        configuration.setHistory(StepHistory.NAME);
        configuration.setDatabaseSchemaUpdate("false");
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        configuration.setTaskMetricsEnabled(false);
        configuration.setExpressionManager(openManager(context));
        configuration.setScriptEngineResolver(new MarkerScripts());
        return configuration.buildProcessEngine();
    }

    static ProcessEngineConfigurationImpl configuration(ApplicationContext context) {
        return (ProcessEngineConfigurationImpl)
                context.getBean("processEngine", ProcessEngine.class).getProcessEngineConfiguration();
    }

    /** A manager with our resolver that reads everything. */
    static ExpressionManager managerWithoutGrammar(ApplicationContext context) {
        return new JuelExpressionManager(new ModelBeans(context)) {
            @Override
            protected ELResolver createElResolver() {
                return new ModelNames(beans);
            }
        };
    }

    /** The manager that the engine brings along. */
    static ExpressionManager openManager(ApplicationContext context) {
        return new SpringExpressionManager(context, null);
    }

    /** As in a running process of the case TEST-2026-000001 that has no variables. */
    static Object evaluate(ApplicationContext context, ExpressionManager manager, String expression) {
        DelegateExecution execution = Mockito.mock();
        Mockito.when(execution.getProcessBusinessKey()).thenReturn("TEST-2026-000001");
        return configuration(context)
                .getCommandExecutorTxRequired()
                .execute(command -> manager.createExpression(expression).getValue(execution));
    }

    /** Knows one language, {@code marker}; running anything in it touches the marker. */
    private static final class MarkerScripts implements ScriptEngineResolver {

        private final List<ScriptEngineFactory> added = new ArrayList<>();

        @Override
        public void addScriptEngineFactory(ScriptEngineFactory factory) {
            added.add(factory);
        }

        @Override
        public ScriptEngineManager getScriptEngineManager() {
            return new ScriptEngineManager();
        }

        @Override
        public ScriptEngine getScriptEngine(String language, boolean fromCache) {
            return Mockito.mock(ScriptEngine.class, call -> {
                switch (call.getMethod().getName()) {
                    case "eval" -> Marker.touch("script");
                    case "createBindings" -> {
                        return new javax.script.SimpleBindings();
                    }
                    case "getFactory" -> {
                        return Mockito.mock(ScriptEngineFactory.class);
                    }
                    default -> {}
                }
                return null;
            });
        }
    }
}
