package org.bihuan.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bihuan.IntegrationTest;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.query.Query;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.annotation.Transactional;

/** CVE-2026-109432 and its relatives: expressions in queries, whatever the method and however it is wrapped. */
@IntegrationTest
@Transactional
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueryAttackTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    ConfigurableApplicationContext context;

    private ProcessEngine bare;

    @BeforeAll
    void hideBeans() {
        BareEngine.quiet(true);
        BareEngine.hideMarkers(context);
        bare = BareEngine.beside(context);
    }

    @AfterAll
    void closeBareEngine() {
        bare.close();
        BareEngine.quiet(false);
    }

    @BeforeEach
    @AfterEach
    void forget() {
        Marker.forget();
    }

    static List<Method> methods() {
        return Arrays.stream(TaskQuery.class.getMethods())
                .filter(method -> method.getName().endsWith("Expression"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("methods")
    void isRefusedInAPlainQuery(Method method) {
        refused(() -> ask(method, engine.getTaskService().createTaskQuery()).list());
    }

    @ParameterizedTest
    @MethodSource("methods")
    void isRefusedInAnOrQuery(Method method) {
        refused(() -> ask(method, engine.getTaskService().createTaskQuery().or())
                .endOr()
                .list());
    }

    @Test
    void theOrQueryRunsItOnABareEngine() {
        for (Method method : methods()) {
            Marker.forget();
            catchThrowable(
                    () -> ask(method, bare.getTaskService().createTaskQuery().or())
                            .endOr()
                            .list());
            assertThat(Marker.touches()).as(method.getName()).isPositive();
        }
    }

    @Test
    void isRefusedInACountAndInTheSecondOfTwoOrs() {
        TaskService tasks = engine.getTaskService();
        String touch = AttackExpressions.TOUCH;
        refused(() -> tasks.createTaskQuery()
                .or()
                .taskAssigneeExpression(touch)
                .endOr()
                .count());
        refused(() -> tasks.createTaskQuery()
                .or()
                .taskName("a")
                .endOr()
                .or()
                .taskOwnerExpression(touch)
                .taskName("b")
                .endOr()
                .listPage(0, 1));
    }

    @Test
    void isRefusedInAStoredFilter() {
        FilterService filters = engine.getFilterService();
        for (TaskQuery query : List.of(
                engine.getTaskService().createTaskQuery().taskAssigneeExpression(AttackExpressions.TOUCH),
                engine.getTaskService()
                        .createTaskQuery()
                        .or()
                        .taskAssigneeExpression(AttackExpressions.TOUCH)
                        .endOr())) {
            refused(() -> {
                Filter filter = filters.newTaskFilter("attack");
                filter.setQuery(query);
                filters.saveFilter(filter);
                filters.list(filter.getId());
            });
        }
    }

    @Test
    void noOtherQueryTakesExpressions() {
        assertThat(Stream.of(
                                engine.getRuntimeService(),
                                engine.getHistoryService(),
                                engine.getRepositoryService(),
                                engine.getManagementService(),
                                engine.getExternalTaskService(),
                                engine.getIdentityService())
                        .flatMap(service -> Arrays.stream(service.getClass().getMethods()))
                        .map(Method::getReturnType)
                        .filter(Query.class::isAssignableFrom)
                        .distinct()
                        .flatMap(query -> Arrays.stream(query.getMethods()))
                        .filter(method -> method.getParameterCount() == 1)
                        .map(Method::getName)
                        .filter(name -> name.endsWith("Expression")))
                .isEmpty();
    }

    private static TaskQuery ask(Method method, TaskQuery query) {
        try {
            method.invoke(query, AttackExpressions.TOUCH);
            return query;
        } catch (InvocationTargetException e) {
            throw (RuntimeException) e.getCause();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable attack) {
        assertThatThrownBy(attack)
                .satisfiesAnyOf(
                        e -> assertThat(e).hasMessageContaining("Expressions are forbidden"),
                        e -> assertThat(e).hasStackTraceContaining("Refused expression"));
        assertThat(Marker.touches()).isZero();
    }
}
