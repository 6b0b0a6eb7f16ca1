package org.bihuan.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bihuan.IntegrationTest;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.casefile.CaseRegister;
import org.bihuan.engine.CaseEngine;
import org.bihuan.engine.Variable;
import org.bihuan.inbox.InboxFixtures;
import org.bihuan.inbox.InboxService;
import org.bihuan.inbox.TaskRefusedException;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * What the memo has not: branches inside of a loop, a task that a timer began beside another, a step with several
 * instances.
 */
@IntegrationTest
class RarerModelsTest {

    private static final Variable<Boolean> AGREED = new Variable<>("agreed");

    @Autowired
    Returning returning;

    @Autowired
    TakingBack takingBack;

    private MemoFixtures memos;
    private long person;
    private CaseNumber number;

    @BeforeEach
    void aCase(@Autowired ConfigurableApplicationContext context) {
        memos = new MemoFixtures(context);
        memos.bean(RepositoryService.class)
                .createDeployment()
                .name("memoLoop")
                .enableDuplicateFiltering(true)
                .addModelInstance("memoLoop.bpmn", loop())
                .deploy();
        long post = memos.people().post();
        person = memos.people().person("经办", post);
        InboxFixtures.signIn(person);
        number = memos.transaction().execute(status -> {
            CaseNumber opened =
                    memos.bean(CaseRegister.class).open(MemoFixtures.FAMILY, "MEMO", "循环", null, null, "OPEN", person);
            memos.bean(CaseEngine.class)
                    .start("memoLoop", opened, new Variable<String>("post").is(String.valueOf(post)));
            return opened;
        });
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void aTaskThatATimerBeganEndsWithTheStepBesideWhichItStands() {
        done("write");
        memos.bean(ManagementService.class).executeJob(timer());
        InboxFixtures.signIn(person);
        assertThat(open()).containsExactly("check", "count", "hurry");

        returning.to(claimed("check"), "write", "重写");

        assertThat(open()).containsExactly("write");
        done("write");
        assertThat(open()).containsExactly("check", "count");
        toTheEnd();
    }

    @Test
    void aTaskThatATimerBeganStaysWhileItsStepDoes() {
        done("write");
        memos.bean(ManagementService.class).executeJob(timer());
        InboxFixtures.signIn(person);
        done("count");
        done("check");
        assertThat(open()).containsExactly("hurry", "sign", "sign", "sign");

        returning.to(claimed("sign"), "count", "重数");

        assertThat(open()).containsExactly("count", "hurry");
        done("hurry");
        toTheEnd();
    }

    @Test
    void theSecondRoundGoesBackToItsOwnSteps() {
        round(false);
        done("write");
        done("count");

        returning.to(claimed("check"), "write", "重写");

        assertThat(open()).containsExactly("write");
        toTheEnd();
    }

    @Test
    void theSecondRoundIsNotMistakenForTheFirst() {
        done("write");
        long first = step("write");
        done("count");
        done("check");
        sign();
        decide(false);
        assertThat(open()).containsExactly("write");

        assertThatThrownBy(() -> takingBack.takeBack(number, first, "改"))
                .isInstanceOf(TaskRefusedException.class)
                .hasMessage("task.refused.takeBack.WENT_ON");
        done("write");

        returning.to(claimed("check"), "count", "重数");

        assertThat(open()).containsExactly("count");
        done("count");
        assertThat(open()).containsExactly("sign", "sign", "sign");
        toTheEnd();
    }

    @Test
    void goesOutOfSeveralInstancesWithAllOfThem() {
        done("write");
        done("count");
        done("check");
        done("sign");
        assertThat(open()).containsExactly("sign", "sign");

        returning.to(claimed("sign"), "check", "重审");

        assertThat(open()).containsExactly("check");
        done("check");
        assertThat(open()).containsExactly("sign", "sign", "sign");
        toTheEnd();
    }

    @Test
    void goesIntoSeveralInstancesWithAllOfThem() {
        done("write");
        done("count");
        done("check");
        sign();

        returning.toPrevious(claimed("decide"), "重签");

        assertThat(open()).containsExactly("sign", "sign", "sign");
        toTheEnd();
    }

    @Test
    void noneOfSeveralTakesTheirStepBackAlone() {
        done("write");
        done("count");
        done("check");
        sign();

        assertThat(takingBack.mine(number)).isEmpty();
        assertThatThrownBy(() -> takingBack.takeBack(number, step("sign"), "改"))
                .isInstanceOf(TaskRefusedException.class)
                .hasMessage("task.refused.takeBack.BRANCH");
        toTheEnd();
    }

    private void round(boolean agreed) {
        done("write");
        done("count");
        done("check");
        sign();
        decide(agreed);
    }

    private void sign() {
        for (int times = 0; times < 3; times++) {
            done("sign");
        }
    }

    /** Finishes, and finds every step once on the way, the signing thrice. */
    private void toTheEnd() {
        while (!open().isEmpty()) {
            String key = open().getFirst();
            assertThat(open().stream().filter(one -> !one.equals("sign"))).doesNotHaveDuplicates();
            if (key.equals("decide")) {
                decide(true);
            } else {
                done(key);
            }
        }
    }

    private void done(String taskKey) {
        complete(taskKey, new Variable.Fact[0]);
    }

    private void decide(boolean agreed) {
        complete("decide", AGREED.is(agreed));
    }

    private void complete(String taskKey, Variable.Fact... facts) {
        String taskId = claimed(taskKey);
        memos.transaction()
                .executeWithoutResult(status -> memos.bean(CaseEngine.class).complete(taskId, facts));
    }

    private String claimed(String taskKey) {
        String taskId = tasks().entrySet().stream()
                .filter(task -> task.getValue().equals(taskKey))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
        memos.bean(InboxService.class).claim(taskId);
        return taskId;
    }

    private List<String> open() {
        return tasks().values().stream().sorted().toList();
    }

    private Map<String, String> tasks() {
        return memos
                .bean(TaskService.class)
                .createTaskQuery()
                .processInstanceBusinessKey(number.value())
                .list()
                .stream()
                .collect(Collectors.toMap(Task::getId, Task::getTaskDefinitionKey));
    }

    private String timer() {
        String process = memos.bean(RuntimeService.class)
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number.value())
                .singleResult()
                .getId();
        return memos.bean(ManagementService.class)
                .createJobQuery()
                .processInstanceId(process)
                .singleResult()
                .getId();
    }

    private long step(String taskKey) {
        return memos.jdbc()
                .queryForObject(
                        "select max(id) from inbox_done where case_number = ? and task_key = ?",
                        Long.class,
                        number.value(),
                        taskKey);
    }

    private static BpmnModelInstance loop() {
        BpmnModelInstance model = Bpmn.createExecutableProcess("memoLoop")
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .userTask("write")
                .parallelGateway("fork")
                .userTask("check")
                .parallelGateway("join")
                .userTask("sign")
                .multiInstance()
                .parallel()
                .cardinality("3")
                .multiInstanceDone()
                .userTask("decide")
                .exclusiveGateway("agreed")
                .condition("no", "${!agreed}")
                .connectTo("write")
                .moveToNode("agreed")
                .condition("yes", "${agreed}")
                .endEvent()
                .moveToNode("fork")
                .userTask("count")
                .connectTo("join")
                .moveToActivity("check")
                .boundaryEvent("late")
                .cancelActivity(false)
                .timerWithDuration("PT1H")
                .userTask("hurry")
                .endEvent()
                .done();
        model.getModelElementsByType(UserTask.class)
                .forEach(task -> task.builder()
                        .camundaFormKey("memo/" + task.getId())
                        .camundaCandidateGroups("${post}")
                        .camundaDueDate("${deadline.after(execution, '1WD')}"));
        return model;
    }
}
