package org.bihuan.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.bihuan.transaction.LostRace.Loss;
import org.bihuan.transaction.WorkKind;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EngineLostRaceTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("failures")
    void knowsTheFacesOfALostRace(String what, Throwable failure, int tries) {
        assertThat(new EngineLostRace().find(failure).map(Loss::tries).orElse(1))
                .isEqualTo(tries);
    }

    static Stream<Arguments> failures() {
        var inTheEngine = new NullPointerException();
        inTheEngine.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("org.camunda.bpm.engine.impl.persistence.entity.TaskEntity", "complete", "", 1)
        });
        return Stream.of(
                arguments("version lost", new OptimisticLockingException("ENGINE-03005"), 5),
                arguments("task gone", new NullValueException("Cannot find task with id 12: task is null"), 2),
                arguments(
                        "instance gone",
                        new ProcessEngineException(
                                "Cannot restore state of process instance 7: list of executions is empty"),
                        2),
                arguments(
                        "counter gone", new ProcessEngineException("Unknown property used: nrOfCompletedInstances"), 2),
                arguments("null inside the engine", inTheEngine, 2),
                arguments("null inside our own code", new NullPointerException(), 1),
                arguments("wrong model", new ProcessEngineException("no processes deployed with key 'x'"), 1),
                arguments("no message", new ProcessEngineException(), 1));
    }

    @Test
    void jobsUseTheConnectionsOfJobsAndKeepThemForAQuarterOfAnHour() {
        var jobs = new EngineJobs(Duration.ofMinutes(15));
        var seen = new AtomicReference<WorkKind>();
        ProcessEngineConfigurationImpl nothing = mock(ProcessEngineConfigurationImpl.class, call -> {
            seen.set(WorkKind.current());
            return null;
        });
        ProcessEngineImpl engine = mock(ProcessEngineImpl.class);
        when(engine.getProcessEngineConfiguration()).thenReturn(nothing);
        Runnable execution = jobs.getExecuteJobsRunnable(List.of("1"), engine);
        seen.set(null);

        // There is nothing behind this engine, so it gets no further than asking it.
        assertThatThrownBy(execution::run).isInstanceOf(NullPointerException.class);

        assertThat(seen).hasValue(WorkKind.JOBS);
        assertThat(WorkKind.current()).isEqualTo(WorkKind.PEOPLE);
        assertThat(jobs.getLockTimeInMillis()).isEqualTo(900_000);
    }
}
