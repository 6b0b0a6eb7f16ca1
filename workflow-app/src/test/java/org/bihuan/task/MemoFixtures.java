package org.bihuan.task;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bihuan.TestCases;
import org.bihuan.casefile.CaseFile;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.casefile.CaseRegister;
import org.bihuan.engine.CaseEngine;
import org.bihuan.engine.Variable;
import org.bihuan.inbox.AlreadyTakenException;
import org.bihuan.inbox.BulkVerb;
import org.bihuan.inbox.CaseSummary;
import org.bihuan.inbox.CaseType;
import org.bihuan.inbox.DoneStep;
import org.bihuan.inbox.InboxFilter;
import org.bihuan.inbox.InboxFixtures;
import org.bihuan.inbox.InboxItem;
import org.bihuan.inbox.InboxQueries;
import org.bihuan.inbox.InboxService;
import org.bihuan.inbox.InboxTask;
import org.bihuan.inbox.ItemKind;
import org.bihuan.inbox.NotYourTaskException;
import org.bihuan.inbox.OpenTasks;
import org.bihuan.inbox.TaskRefusedException;
import org.bihuan.org.Staff;
import org.bihuan.org.StaffService;
import org.bihuan.rights.CaseScope;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A family with everything in it that makes operations hard, memos: a candidate group, a parallel gateway, a subprocess,
 * a child process, signing together at once and in turn, a timer at a task. It lets people do everything, and notes what
 * it was told.
 */
final class MemoFixtures {

    static final String FAMILY = "memo";

    private static final String BEAN = "memoFamily";

    private final ConfigurableApplicationContext context;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final InboxFixtures people;
    private final Map<String, Cast> casts = new ConcurrentHashMap<>();
    private final Map<String, Long> leaders = new ConcurrentHashMap<>();

    /** People of one memo: each post has one holder unless it says otherwise. */
    record Cast(
            long starter,
            long starterPost,
            List<Long> reviewers,
            long reviewPost,
            long budget,
            long budgetPost,
            long legal,
            long legalPost,
            long annex,
            long annexPost,
            List<Long> signers,
            List<Long> signPosts) {

        List<Long> everybody() {
            var all = new java.util.ArrayList<Long>(List.of(starter, budget, legal, annex));
            all.addAll(reviewers);
            all.addAll(signers);
            return all;
        }
    }

    MemoFixtures(ConfigurableApplicationContext context) {
        this.context = context;
        jdbc = context.getBean(JdbcTemplate.class);
        transaction = context.getBean(TransactionTemplate.class);
        people = new InboxFixtures(context);
        TestCases.open(context, "MEMO-");
        if (!context.containsBean(BEAN)) {
            context.getBeanFactory().registerSingleton(BEAN, new MemoFamily(context));
            context.getBean(RepositoryService.class)
                    .createDeployment()
                    .name(FAMILY)
                    .enableDuplicateFiltering(true)
                    .addClasspathResource("task/memo.bpmn")
                    .deploy();
        }
    }

    JdbcTemplate jdbc() {
        return jdbc;
    }

    InboxFixtures people() {
        return people;
    }

    MemoFamily family() {
        return context.getBean(MemoFamily.class);
    }

    /** New people with posts of their own: two reviewers at one post, three signers at three posts. */
    Cast cast() {
        long starterPost = people.post();
        long reviewPost = people.post();
        long budgetPost = people.post();
        long legalPost = people.post();
        long annexPost = people.post();
        List<Long> signPosts = List.of(people.post(), people.post(), people.post());
        return new Cast(
                people.person("起草人", starterPost),
                starterPost,
                List.of(people.person("审核甲", reviewPost), people.person("审核乙", reviewPost)),
                reviewPost,
                people.person("财务", budgetPost),
                budgetPost,
                people.person("法制", legalPost),
                legalPost,
                people.person("附件", annexPost),
                annexPost,
                List.of(
                        people.person("会签甲", signPosts.get(0)),
                        people.person("会签乙", signPosts.get(1)),
                        people.person("会签丙", signPosts.get(2))),
                signPosts);
    }

    /** Starts a memo, at its first step. */
    CaseNumber start(Cast cast) {
        CaseNumber begun = transaction.execute(status -> {
            CaseNumber number =
                    bean(CaseRegister.class).open(FAMILY, "MEMO", "关于购置垃圾桶的请示", "科技街社区", null, "OPEN", cast.starter());
            String signPosts = String.join(
                    ",", cast.signPosts().stream().map(String::valueOf).toList());
            bean(CaseEngine.class)
                    .start(
                            FAMILY,
                            number,
                            text("starterPost", cast.starterPost()),
                            text("reviewPosts", cast.reviewPost()),
                            text("budgetPost", cast.budgetPost()),
                            text("legalPost", cast.legalPost()),
                            text("annexPost", cast.annexPost()),
                            new Variable<String>("signPosts").is(signPosts),
                            new Variable<String>("turnPosts").is(signPosts));
            return number;
        });
        casts.put(begun.value(), cast);
        return begun;
    }

    private static Variable.Fact text(String name, long post) {
        return new Variable<String>(name).is(String.valueOf(post));
    }

    /** The open task of this name. */
    InboxTask task(CaseNumber number, String taskKey) {
        return transaction.execute(status -> bean(OpenTasks.class).ofCase(number).stream()
                .filter(task -> task.taskKey().equals(taskKey))
                .findFirst()
                .orElseThrow(() -> new AssertionError(number + " has no open task " + taskKey)));
    }

    /** Open tasks that the completion of that task made. */
    List<InboxTask> successors(String taskId) {
        return transaction.execute(status -> bean(OpenTasks.class).successors(taskId));
    }

    /** Keys of the open tasks as the inbox has them, in alphabetical order. */
    List<String> open(CaseNumber number) {
        return jdbc.queryForList(
                "select distinct task_key from inbox_item where case_number = ? order by task_key",
                String.class,
                number.value());
    }

    /** Takes the task as this person. */
    void claim(CaseNumber number, String taskKey, long staffId) {
        InboxFixtures.signIn(staffId);
        bean(InboxService.class).claim(task(number, taskKey).taskId());
    }

    /** Takes the task as this person and completes it. */
    void complete(CaseNumber number, String taskKey, long staffId) {
        InboxFixtures.signIn(staffId);
        transaction.executeWithoutResult(status -> {
            String taskId = task(number, taskKey).taskId();
            bean(InboxService.class).claim(taskId);
            family().complete(bean(InboxService.class).requireHolder(taskId), Map.of());
        });
    }

    /** Cast of a memo that these fixtures started. */
    Cast castOf(CaseNumber number) {
        return casts.get(number.value());
    }

    /** Lets the memo lie at the unit of its reviewers, which has somebody who leads it. */
    void underLeader(CaseNumber number, Cast cast) {
        long leader = people.person("负责人");
        transaction.executeWithoutResult(status -> {
            Long unit = jdbc.queryForObject("select unit_id from org_post where id = ?", Long.class, cast.reviewPost());
            jdbc.update("insert into org_post (unit_id, role) values (?, 'LEADER')", unit);
            jdbc.update(
                    "insert into org_staff_post (staff_id, post_id, valid_from) values (?, last_insert_id(), '2020-01-01')",
                    leader);
            jdbc.update("update case_file set unit_id = ? where number = ?", unit, number.value());
            jdbc.update(
                    "update inbox_item i join org_unit u on u.id = ? set i.unit_path = u.path where i.case_number = ?",
                    unit,
                    number.value());
        });
        leaders.put(number.value(), leader);
    }

    long leader(CaseNumber number) {
        return leaders.get(number.value());
    }

    /** Ids of the steps of the case that this person did, first things first. */
    List<Long> doneBy(CaseNumber number, long staffId) {
        return jdbc.queryForList(
                "select id from inbox_done where case_number = ? and staff_id = ? order by id",
                Long.class,
                number.value(),
                staffId);
    }

    /** These people agree, one after the other, each if it is up to him. */
    void sign(CaseNumber number, List<Long> staffIds) {
        staffIds.forEach(staffId -> signAs(number, staffId, Vote.AGREE));
    }

    /** Signs what is asked of this person. */
    void signAs(CaseNumber number, long staffId, Vote vote) {
        InboxFixtures.signIn(staffId);
        List<Signer> asked = bean(Signing.class).open(number);
        if (asked.isEmpty()) {
            throw new NotYourTaskException("Nothing to sign for " + staffId);
        }
        bean(Signing.class).sign(asked.getFirst().id(), vote, vote == Vote.REJECT ? "不同意" : "同意");
    }

    void suspend(CaseNumber number, long staffId) {
        InboxFixtures.signIn(staffId);
        bean(Suspension.class).suspend(number, Rest.Kind.RESTING, "等待材料", null);
    }

    /** The time of all open tasks is over, in the lists and in the engine. */
    void overdue(CaseNumber number) {
        transaction.executeWithoutResult(status -> {
            jdbc.update(
                    "update inbox_item set due_at = '2026-01-05 01:00:00', warn_at = '2026-01-05 01:00:00',"
                            + " escalate_at = '2026-01-05 01:00:00' where case_number = ?",
                    number.value());
            jdbc.update(
                    "update ACT_RU_TASK set DUE_DATE_ = '2026-01-05 01:00:00' where ID_ in"
                            + " (select task_id from inbox_item where case_number = ?)",
                    number.value());
        });
    }

    /** Somebody to whom the actor may give the task: a colleague of the post, else whoever started the memo. */
    long receiver(Situation.Case subject) {
        Cast cast = subject.cast();
        return cast.reviewers().contains(subject.actor()) ? cast.reviewers().getLast() : cast.starter();
    }

    /** The actor asks the accountant, or the lawyer where the accountant is the actor, to sign as well. */
    void add(Situation.Case subject, SignerPlace place) {
        Cast cast = subject.cast();
        long asked = subject.actor() == cast.budget() ? cast.legal() : cast.budget();
        bean(Signers.class).add(subject.taskId(), place, List.of(asked), "请把关");
    }

    /** The row of whoever was asked to sign last. */
    long added(Situation.Case subject) {
        return jdbc.queryForObject("select max(id) from task_signer where task_id = ?", Long.class, subject.taskId());
    }

    /** Does with the task what the list offers for several at once. */
    void bulk(Situation.Case subject, String key) {
        InboxItem row = bean(InboxQueries.class).todo(InboxFilter.ALL, null, 100).items().stream()
                .filter(item -> item.taskId().equals(subject.taskId()))
                .findFirst()
                .orElseThrow(() -> new NotYourTaskException("Not in the list"));
        if (row.kind() == ItemKind.ESCALATION && !key.equals("task.bulk.urge")) {
            throw new NotYourTaskException("Only told");
        }
        BulkVerb bulk = context.getBeanProvider(BulkVerb.class).stream()
                .filter(verb -> verb.key().equals(key))
                .findFirst()
                .orElseThrow();
        bulk.apply(row, new BulkVerb.Input(receiver(subject), "批量处理"));
    }

    long entries(CaseNumber number) {
        return jdbc.queryForObject(
                "select count(*) from audit_entry where case_number = ?", Long.class, number.value());
    }

    /** Ids of the engine's open tasks. */
    List<String> engineTasks(CaseNumber number) {
        return bean(TaskService.class).createTaskQuery().processInstanceBusinessKey(number.value()).list().stream()
                .map(Task::getId)
                .sorted()
                .toList();
    }

    /** Ids of the open tasks that somebody finds in a list. */
    List<String> inboxTasks(CaseNumber number) {
        return jdbc.queryForList(
                "select distinct task_id from inbox_item where case_number = ?"
                        + " and (post_id is not null or assignee_id is not null) order by task_id",
                String.class,
                number.value());
    }

    List<InboxTask> openTasks(CaseNumber number) {
        return transaction.execute(status -> bean(OpenTasks.class).ofCase(number));
    }

    boolean isOpen(CaseNumber number) {
        return !engineTasks(number).isEmpty();
    }

    /** Rows that ask the same of the same reader twice. */
    List<String> doubles(CaseNumber number) {
        return jdbc.queryForList(
                "select concat(task_id, ' ', kind) from inbox_item where case_number = ?"
                        + " group by task_id, kind, ref_id, post_id, assignee_id having count(*) > 1",
                String.class,
                number.value());
    }

    /** All rows of the lists, for messages. */
    List<String> rows(CaseNumber number) {
        return jdbc.queryForList(
                "select concat_ws(' ', task_key, kind, post_id, assignee_id, owner_id) from inbox_item where case_number = ?",
                String.class,
                number.value());
    }

    /** Does one thing that is asked of this person; false when there is none that he can do now. */
    boolean doWhatIsAsked(CaseNumber number, long staffId) {
        InboxFixtures.signIn(staffId);
        for (InboxItem row :
                bean(InboxQueries.class).todo(InboxFilter.ALL, null, 100).items()) {
            if (row.caseNumber().equals(number.value()) && isDone(number, row, staffId)) {
                return true;
            }
        }
        return false;
    }

    private boolean isDone(CaseNumber number, InboxItem row, long staffId) {
        try {
            switch (row.kind()) {
                case SIGN -> signAs(number, staffId, Vote.AGREE);
                case TASK -> {
                    if (row.ownerId() != null) {
                        bean(Delegating.class).handBack(row.taskId(), "已办");
                        return true;
                    }
                    bean(InboxService.class).claim(row.taskId());
                    boolean waits = jdbc.queryForObject(
                                    "select count(*) from task_signer where task_id = ? and place = 'AFTER'"
                                            + " and decided_at is null and ended_at is null",
                                    Integer.class,
                                    row.taskId())
                            > 0;
                    if (waits) {
                        bean(Finishing.class).finish(row.taskId(), Map.of("opinion", "同意"));
                    } else {
                        transaction.executeWithoutResult(status ->
                                family().complete(bean(InboxService.class).requireHolder(row.taskId()), Map.of()));
                    }
                }
                default -> {
                    return false;
                }
            }
            return true;
        } catch (TaskRefusedException | NotYourTaskException | AlreadyTakenException e) {
            return false;
        }
    }

    /** Completes steps until this one is open; steps that are signed together cannot be passed so. */
    void goTo(CaseNumber number, Cast cast, String taskKey) {
        var doer = new HashMap<String, Long>();
        doer.put("draftMemo", cast.starter());
        doer.put("reviewMemo", cast.reviewers().getFirst());
        doer.put("checkBudget", cast.budget());
        doer.put("askLawyer", cast.legal());
        doer.put("confirmLaw", cast.legal());
        doer.put("fillAnnex", cast.annex());
        doer.put("checkAnnex", cast.annex());
        for (String step : List.of(
                "draftMemo", "reviewMemo", "askLawyer", "confirmLaw", "checkBudget", "fillAnnex", "checkAnnex")) {
            List<String> open = open(number);
            if (open.contains(taskKey)) {
                return;
            }
            if (open.contains(step)) {
                complete(number, step, doer.get(step));
            }
        }
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    TransactionTemplate transaction() {
        return transaction;
    }

    /** The case is nothing beyond its entry in the register; everybody may read it. */
    static final class MemoFamily implements CaseType, TaskRules, CaseScope {

        private final ConfigurableApplicationContext context;
        private final Map<String, String> told = new ConcurrentHashMap<>();

        MemoFamily(ConfigurableApplicationContext context) {
            this.context = context;
        }

        /** What the family was told last of the case, for example {@code returned draftMemo}. */
        Optional<String> told(CaseNumber number) {
            return Optional.ofNullable(told.get(number.value()));
        }

        @Override
        public String family() {
            return FAMILY;
        }

        @Override
        public boolean mayRead(CaseNumber number) {
            return number.value().startsWith("MEMO-");
        }

        @Override
        public void lock(CaseNumber number) {
            context.getBean(JdbcTemplate.class)
                    .queryForList("select number from case_file where number = ? for update", number.value());
        }

        @Override
        public CaseSummary summary(CaseNumber number) {
            CaseFile file = context.getBean(CaseRegister.class).find(number).orElseThrow();
            return new CaseSummary(file.title(), file.place(), file.unitId());
        }

        @Override
        public String route(CaseNumber number) {
            return "memos/" + number;
        }

        @Override
        public Optional<String> hindersReturn(InboxTask from, String toTaskKey) {
            return Optional.empty();
        }

        @Override
        public void returned(InboxTask from, String toTaskKey) {
            told.put(from.caseNumber(), "returned " + toTaskKey);
        }

        @Override
        public Optional<String> hindersTakingBack(CaseNumber number, DoneStep step) {
            return Optional.empty();
        }

        @Override
        public void takenBack(CaseNumber number, DoneStep step) {
            told.put(number.value(), "takenBack " + step.taskKey());
        }

        @Override
        public Optional<String> hindersRevoking(CaseNumber number) {
            return Optional.empty();
        }

        @Override
        public void revoked(CaseNumber number, String reason) {
            context.getBean(CaseRegister.class).close(number, "REVOKED");
            told.put(number.value(), "revoked");
        }

        @Override
        public List<Staff> furtherReceivers(InboxTask task) {
            CaseFile file = context.getBean(CaseRegister.class)
                    .find(new CaseNumber(task.caseNumber()))
                    .orElseThrow();
            return context.getBean(StaffService.class).find(java.util.Objects.requireNonNull(file.startedBy())).stream()
                    .toList();
        }

        @Override
        public void handedTo(InboxTask task, Staff receiver) {
            told.put(task.caseNumber(), "handedTo " + receiver.id());
        }

        @Override
        public Optional<Map<String, Object>> bulkAnswers(InboxTask task) {
            return task.taskKey().equals("reviewMemo") ? Optional.of(Map.of("opinion", "同意")) : Optional.empty();
        }

        @Override
        public void complete(InboxTask task, Map<String, Object> answers) {
            told.put(task.caseNumber(), "completed " + task.taskKey());
            finish(task);
        }

        @Override
        public void signed(InboxTask task, boolean approved) {
            told.put(task.caseNumber(), (approved ? "approved " : "rejected ") + task.taskKey());
            finish(task);
        }

        private void finish(InboxTask task) {
            context.getBean(CaseEngine.class).complete(task.taskId());
            if (task.taskKey().equals("archiveMemo")) {
                context.getBean(CaseRegister.class).close(new CaseNumber(task.caseNumber()), "ARCHIVED");
            }
        }
    }
}
