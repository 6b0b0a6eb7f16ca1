package org.bihuan.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.casefile.CaseRegister;
import org.bihuan.inbox.InboxFixtures;
import org.bihuan.inbox.InboxService;
import org.bihuan.inbox.InboxTask;
import org.bihuan.inbox.ItemKind;
import org.bihuan.inbox.OpenTasks;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;

/** One memo on its way, and what must hold of it after every deed. */
final class MemoWalk {

    private static final int MOST_STEPS = 20;

    private final MemoFixtures memos;
    private final MemoFixtures.Cast cast;
    private final CaseNumber number;

    private MemoWalk(MemoFixtures memos, MemoFixtures.Cast cast, CaseNumber number) {
        this.memos = memos;
        this.cast = cast;
        this.number = number;
    }

    static MemoWalk start(MemoFixtures memos) {
        MemoFixtures.Cast cast = memos.cast();
        return new MemoWalk(memos, cast, memos.start(cast));
    }

    /** A memo that stands at this step, which its doer has taken. */
    static MemoWalk at(MemoFixtures memos, String taskKey) {
        MemoWalk walk = start(memos);
        walk.reach(taskKey);
        walk.claim(taskKey);
        return walk;
    }

    MemoFixtures.Cast cast() {
        return cast;
    }

    CaseNumber number() {
        return number;
    }

    void reach(String taskKey) {
        for (int steps = 0; steps < MOST_STEPS && !open().contains(taskKey); steps++) {
            // The one asked for lies behind a join as often as not: whatever comes first is done.
            done(open().getFirst());
        }
        assertThat(open()).contains(taskKey);
    }

    /** Does the open step as whoever holds it, or as its doer. */
    void done(String taskKey) {
        InboxTask task = memos.task(number, taskKey);
        InboxFixtures.signIn(Objects.requireNonNullElse(task.assigneeId(), doer(taskKey)));
        memos.transaction().executeWithoutResult(status -> {
            if (taskKey.startsWith("sign")) {
                memos.family().signed(task, true);
            } else {
                memos.bean(InboxService.class).claim(task.taskId());
                memos.family().complete(memos.bean(InboxService.class).requireHolder(task.taskId()), Map.of());
            }
        });
    }

    /** Takes the step as its doer, who stays signed in. */
    String claim(String taskKey) {
        memos.claim(number, taskKey, doer(taskKey));
        return task(taskKey).taskId();
    }

    long doer(String taskKey) {
        return switch (taskKey) {
            case "draftMemo" -> cast.starter();
            case "reviewMemo", "archiveMemo" -> cast.reviewers().getFirst();
            case "checkBudget" -> cast.budget();
            case "askLawyer", "confirmLaw" -> cast.legal();
            case "fillAnnex", "checkAnnex" -> cast.annex();
            default -> cast.signers().getFirst();
        };
    }

    InboxTask task(String taskKey) {
        return memos.task(number, taskKey);
    }

    List<String> open() {
        return memos.open(number);
    }

    Long holder(String taskKey) {
        return task(taskKey).assigneeId();
    }

    /** Somebody is asked to sign the open step among several. */
    void asked(String taskKey, long staffId) {
        memos.transaction().executeWithoutResult(status -> {
            InboxTask task = task(taskKey);
            memos.bean(OpenTasks.class)
                    .ask(task, ItemKind.SIGN, task.taskId().hashCode(), "memo/sign", staffId, task.dueAt());
        });
    }

    /** Somebody signed the open step among several. */
    void signed(String taskKey, long staffId) {
        asked(taskKey, staffId);
        memos.transaction()
                .executeWithoutResult(status -> memos.bean(OpenTasks.class)
                        .answered(ItemKind.SIGN, task(taskKey).taskId().hashCode(), staffId));
    }

    /** Changes something that people change elsewhere. */
    void given(String sql, Object... values) {
        memos.transaction().executeWithoutResult(status -> memos.jdbc().update(sql, values));
    }

    /** Id of the step in the record of what was done, the latest time. */
    long step(String taskKey) {
        return memos.jdbc()
                .queryForObject(
                        "select max(id) from inbox_done where case_number = ? and task_key = ? and kind = 'TASK'",
                        Long.class,
                        number.value(),
                        taskKey);
    }

    /** Keys of steps that were done and do not hold any more, as often as that. */
    List<String> undone() {
        return memos.jdbc()
                .queryForList(
                        "select task_key from inbox_done where case_number = ? and undone_at is not null order by task_key",
                        String.class,
                        number.value());
    }

    /** Event, actor and note of what happened last. */
    String lastDeed() {
        return memos.jdbc()
                .queryForObject(
                        "select concat(event_type, ' ', actor_name, ' ', note) from audit_entry"
                                + " where case_number = ? order by id desc limit 1",
                        String.class,
                        number.value());
    }

    /** Timers of the case and its children. */
    List<Job> timers() {
        return memos
                .bean(RuntimeService.class)
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number.value())
                .list()
                .stream()
                .flatMap(
                        process -> memos
                                .bean(ManagementService.class)
                                .createJobQuery()
                                .processInstanceId(process.getId())
                                .list()
                                .stream())
                .toList();
    }

    /** The lists show what the engine has open, each task once. */
    MemoWalk inboxEqualsEngine() {
        List<String> engine =
                memos
                        .bean(TaskService.class)
                        .createTaskQuery()
                        .processInstanceBusinessKey(number.value())
                        .list()
                        .stream()
                        .map(Task::getId)
                        .sorted()
                        .toList();
        List<String> inbox = memos.jdbc()
                .queryForList(
                        "select distinct task_id from inbox_item where case_number = ? order by task_id",
                        String.class,
                        number.value());
        assertThat(inbox).isEqualTo(engine);
        return this;
    }

    /** Does every step from here, each once, to the end. */
    void finish() {
        inboxEqualsEngine();
        var passed = new ArrayList<String>();
        while (!open().isEmpty()) {
            String step = open().getFirst();
            assertThat(passed).doesNotContain(step);
            passed.add(step);
            done(step);
        }
        assertThat(passed).last().isEqualTo("archiveMemo");
        assertEnded("ARCHIVED");
    }

    void assertEnded(String status) {
        inboxEqualsEngine();
        var file = memos.bean(CaseRegister.class).find(number).orElseThrow();
        assertThat(file.status()).isEqualTo(status);
        assertThat(file.closedAt()).isNotNull();
        assertThat(memos.bean(RuntimeService.class)
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(number.value())
                        .count())
                .isZero();
    }
}
