package org.bihuan.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.bihuan.IntegrationTest;
import org.bihuan.casefile.CaseNumber;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

@IntegrationTest
class InboxWriterTest {

    @Autowired
    ConfigurableApplicationContext context;

    @Autowired
    InboxService inbox;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Clock clock;

    InboxFixtures errands;
    long post;
    long other;
    long worker;

    @BeforeEach
    void prepare() {
        errands = new InboxFixtures(context);
        post = errands.post();
        other = errands.post();
        worker = errands.person("李强", post);
        InboxFixtures.signIn(worker);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void writesOneRowForEachPostThatMayTakeTheTask() {
        CaseNumber number = errands.start("暴露垃圾", null, post, other);

        assertThat(errands.rows(number)).containsExactly("runErrand " + post + " -", "runErrand " + other + " -");
        InboxTask task = inbox.task(number, "runErrand").orElseThrow();
        assertThat(task.posts()).containsExactly(post, other);
        assertThat(task.formKey()).isEqualTo("errand/run-errand");
        assertThat(task.dueAt()).isAfter(task.createdAt());
        assertThat(task.warnAt()).isBetween(task.createdAt(), task.dueAt());
        assertThat(tasks.createTaskQuery()
                        .taskId(task.taskId())
                        .singleResult()
                        .getDueDate()
                        .toInstant())
                .isEqualTo(task.dueAt());
    }

    @Test
    void followsTheTaskFromClaimToCompletion() {
        CaseNumber number = errands.start("暴露垃圾", null, post, other);
        String task = inbox.task(number, "runErrand").orElseThrow().taskId();

        inbox.claim(task);
        assertThat(errands.rows(number))
                .containsExactly("runErrand " + post + " " + worker, "runErrand " + other + " " + worker);

        inbox.release(task);
        assertThat(errands.rows(number)).containsExactly("runErrand " + post + " -", "runErrand " + other + " -");

        inbox.claim(task);
        errands.complete(task);
        assertThat(errands.rows(number)).containsExactly("checkErrand " + post + " -");
        assertThat(done(task)).containsExactly(worker);
    }

    @Test
    void tellsTheFormerHolderWhenTheEngineGivesTheTaskToAnother() {
        CaseNumber number = errands.start("暴露垃圾", null, post);
        String task = inbox.task(number, "runErrand").orElseThrow().taskId();
        long colleague = errands.person("王芳", post);
        inbox.claim(task);
        long changes = changes();

        tasks.setAssignee(task, String.valueOf(colleague));

        assertThat(errands.holder(task)).isEqualTo(colleague);
        assertThat(errands.jdbc()
                        .queryForList(
                                "select staff_id from inbox_change where post_id = ? order by id desc limit 2",
                                Long.class,
                                post))
                .containsExactly(colleague, worker);
        assertThat(changes()).isEqualTo(changes + 2);
    }

    @Test
    void writesNothingDoneWhenNobodyIsSignedIn() {
        CaseNumber number = errands.start("暴露垃圾", null, post);
        String task = inbox.task(number, "runErrand").orElseThrow().taskId();
        SecurityContextHolder.clearContext();

        errands.complete(task);

        assertThat(done(task)).isEmpty();
    }

    @Test
    void forgetsTheTaskOfAnEndedCase() {
        CaseNumber number = errands.start("暴露垃圾", null, post, other);
        String task = inbox.task(number, "runErrand").orElseThrow().taskId();
        String instance = tasks.createTaskQuery().taskId(task).singleResult().getProcessInstanceId();

        runtime.deleteProcessInstance(instance, "dismissed");

        assertThat(errands.rows(number)).isEmpty();
        assertThat(done(task)).isEmpty();
    }

    @Test
    void rollsBackTogetherWithTheEngineAtEachStep() {
        CaseNumber number = errands.start("暴露垃圾", null, post);
        String task = inbox.task(number, "runErrand").orElseThrow().taskId();
        inbox.claim(task);
        long changes = changes();

        errands.transaction().executeWithoutResult(status -> {
            errands.engine().complete(task);
            assertThat(errands.rows(number)).containsExactly("checkErrand " + post + " -");
            status.setRollbackOnly();
        });

        assertThat(errands.rows(number)).containsExactly("runErrand " + post + " " + worker);
        assertThat(tasks.createTaskQuery().taskId(task).count()).isOne();
        assertThat(done(task)).isEmpty();
        assertThat(changes()).isEqualTo(changes);
    }

    @Test
    void undoesTheClaimWhenTheFamilyRefusesIt() {
        CaseNumber number = errands.start("spoilt", null, post);
        String task = inbox.task(number, "runErrand").orElseThrow().taskId();

        assertThatThrownBy(() -> inbox.claim(task)).hasMessage("spoilt");

        assertThat(errands.rows(number)).containsExactly("runErrand " + post + " -");
        assertThat(errands.holder(task)).isNull();
    }

    @Test
    void tellsThePostsAndTheHolder() {
        Instant before = clock.instant();
        CaseNumber number = errands.start("暴露垃圾", null, post, other);
        inbox.claim(inbox.task(number, "runErrand").orElseThrow().taskId());

        assertThat(errands.jdbc()
                        .queryForList(
                                "select concat(post_id, ' ', coalesce(staff_id, '-')) from inbox_change"
                                        + " where post_id in (?, ?) and changed_at >= ? order by id",
                                String.class,
                                post,
                                other,
                                Timestamp.from(before)))
                .startsWith(post + " -", other + " -")
                .endsWith(post + " " + worker, other + " " + worker);
    }

    private List<Long> done(String task) {
        return errands.jdbc().queryForList("select staff_id from inbox_done where task_id = ?", Long.class, task);
    }

    private long changes() {
        return errands.jdbc().queryForObject("select count(*) from inbox_change where post_id = ?", Long.class, post);
    }
}
