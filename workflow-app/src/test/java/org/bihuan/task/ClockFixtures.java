package org.bihuan.task;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.bihuan.casefile.CaseNumber;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;

/** Superiors for the people of memos, and looks at the clocks of a case from all sides. */
final class ClockFixtures {

    private static final String BELOW =
            "update org_unit c join org_post p on p.unit_id = c.id and p.id = ? join org_post a on a.id = ?"
                    + " join org_unit u on u.id = a.unit_id set c.path = concat(u.path, c.id, '/')";

    private final MemoFixtures memos;

    ClockFixtures(MemoFixtures memos) {
        this.memos = memos;
    }

    /** A post of this role at the unit of that post. */
    long postBeside(long post, String role) {
        long unit = memos.jdbc().queryForObject("select unit_id from org_post where id = ?", Long.class, post);
        return memos.transaction().execute(status -> {
            memos.jdbc().update("insert into org_post (unit_id, role) values (?, ?)", unit, role);
            return memos.jdbc().queryForObject("select last_insert_id()", Long.class);
        });
    }

    /** A post of this role at a new unit directly above that of the post. */
    long postAbove(long post, String role) {
        long above = memos.people().post();
        change(BELOW, post, above);
        return postBeside(above, role);
    }

    /** Lets the case lie at the unit of a post, which is put directly below that of another. */
    void layBelow(CaseNumber number, long post, long above) {
        change(BELOW, post, above);
        change(
                "update inbox_item i join org_post p on p.id = ? join org_unit u on u.id = p.unit_id set i.unit_path ="
                        + " u.path where i.case_number = ?",
                post,
                number.value());
    }

    void change(String sql, Object... values) {
        memos.transaction().executeWithoutResult(status -> memos.jdbc().update(sql, values));
    }

    /** Due date of the one open task of this name, as the engine has it. */
    @Nullable Instant engineDue(CaseNumber number, String taskKey) {
        String id = memos.task(number, taskKey).taskId();
        return memos.bean(TaskService.class)
                .createTaskQuery()
                .taskId(id)
                .singleResult()
                .getDueDate()
                .toInstant();
    }

    List<Job> timers(CaseNumber number) {
        return memos
                .bean(RuntimeService.class)
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number.value())
                .list()
                .stream()
                .flatMap(instance -> memos
                        .bean(ManagementService.class)
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .timers()
                        .list()
                        .stream())
                .toList();
    }

    /** Which processes of the case are stopped, its own and called ones. */
    List<Boolean> stopped(CaseNumber number) {
        return memos
                .bean(RuntimeService.class)
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number.value())
                .list()
                .stream()
                .map(org.camunda.bpm.engine.runtime.ProcessInstance::isSuspended)
                .toList();
    }

    /** Makes the task late: its deadline passed at that moment, everywhere. */
    void late(CaseNumber number, String taskKey, Instant due) {
        String id = memos.task(number, taskKey).taskId();
        change(
                "update inbox_item set due_at = ?, warn_at = ?, escalate_at = ? where task_id = ?",
                Timestamp.from(due),
                Timestamp.from(due),
                Timestamp.from(due),
                id);
        change("update ACT_RU_TASK set DUE_DATE_ = ? where ID_ = ?", Timestamp.from(due), id);
    }

    /** What was done with the case, first things first. */
    List<String> deeds(CaseNumber number) {
        return memos.jdbc()
                .queryForList(
                        "select event_type from audit_entry where case_number = ? and event_type like 'task.%' order by id",
                        String.class, number.value());
    }

    /** Posts that find a row of this kind about the case in their list. */
    List<Long> asked(CaseNumber number, String kind) {
        return memos.jdbc()
                .queryForList(
                        "select post_id from inbox_item where case_number = ? and kind = ? order by id",
                        Long.class,
                        number.value(),
                        kind);
    }
}
