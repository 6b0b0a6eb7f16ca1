package org.bihuan.inbox;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.bihuan.TestCases;
import org.bihuan.casefile.CaseFile;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.casefile.CaseRegister;
import org.bihuan.engine.CaseEngine;
import org.bihuan.engine.Variable;
import org.bihuan.org.StaffPrincipal;
import org.camunda.bpm.engine.RepositoryService;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;

/** A family of its own for tests, errands, with staff and posts that belong to nobody else. */
public final class InboxFixtures {

    static final String FAMILY = "errand";

    private static final String BEAN = "errandCaseType";

    private static final AtomicLong COUNTER = new AtomicLong();

    private static final Variable<String> POSTS = new Variable<>("posts");

    private static final Variable<String> CHECKER = new Variable<>("checker");

    private final ConfigurableApplicationContext context;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    /** Deploys the errand once a context. */
    public InboxFixtures(ConfigurableApplicationContext context) {
        this.context = context;
        jdbc = new JdbcTemplate(context.getBean(DataSource.class));
        transaction = context.getBean(TransactionTemplate.class);
        TestCases.open(context, "INBOX-");
        if (!context.containsBean(BEAN)) {
            context.getBeanFactory().registerSingleton(BEAN, new ErrandCaseType());
            context.getBean(RepositoryService.class)
                    .createDeployment()
                    .name(FAMILY)
                    .enableDuplicateFiltering(true)
                    .addClasspathResource("inbox/errand.bpmn")
                    .deploy();
        }
    }

    JdbcTemplate jdbc() {
        return jdbc;
    }

    TransactionTemplate transaction() {
        return transaction;
    }

    /** A post at a new unit. */
    public long post() {
        long n = COUNTER.incrementAndGet();
        return transaction.execute(status -> {
            jdbc.update(
                    "insert into org_unit (code, name, kind, path, valid_from) values (?, ?, 'GRID', ?, '2020-01-01')",
                    "INBOX" + n,
                    "科技街社区" + n + "网格",
                    "/x" + n + "/");
            long unit = lastId();
            jdbc.update("update org_unit set path = ? where id = ?", "/" + unit + "/", unit);
            jdbc.update("insert into org_post (unit_id, role) values (?, 'GRID_WORKER')", unit);
            return lastId();
        });
    }

    /** A person who holds these posts. */
    public long person(String name, long... posts) {
        return transaction.execute(status -> {
            jdbc.update(
                    "insert into org_staff (username, name, password_hash, must_change_password, enabled)"
                            + " values (?, ?, '-', false, true)",
                    "inbox" + COUNTER.incrementAndGet(),
                    name);
            long staff = lastId();
            for (long post : posts) {
                jdbc.update(
                        "insert into org_staff_post (staff_id, post_id, valid_from) values (?, ?, '2020-01-01')",
                        staff,
                        post);
            }
            return staff;
        });
    }

    /** Runs on the thread of the test, so that everything is done when it returns. */
    public static BulkRuns runsAtOnce() {
        return new BulkRuns(Runnable::run);
    }

    /** The four numbers by which a search finds a row with these texts. */
    public static long[] marks(String... texts) {
        TextMarks marks = TextMarks.of(List.of(texts));
        return new long[] {marks.first(), marks.second(), marks.third(), marks.fourth()};
    }

    /** Goes on as this person. */
    public static void signIn(long staffId) {
        var principal = new StaffPrincipal(staffId, "inbox" + staffId, "-", true, true, false);
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(principal, null, List.of()));
    }

    /** Starts an errand that these posts may run. */
    public CaseNumber start(String title, @Nullable Long startedBy, long... posts) {
        return transaction.execute(status -> {
            CaseNumber number = register().open(FAMILY, "INBOX", title, "科技街 12 号", null, "OPEN", startedBy);
            String groups = Arrays.stream(posts).mapToObj(String::valueOf).collect(Collectors.joining(","));
            engine().start(FAMILY, number, POSTS.is(groups), CHECKER.is(String.valueOf(posts[0])));
            return number;
        });
    }

    /** Completes the task as the signed-in person. */
    public void complete(String taskId) {
        transaction.executeWithoutResult(status -> engine().complete(taskId));
    }

    CaseEngine engine() {
        return context.getBean(CaseEngine.class);
    }

    CaseRegister register() {
        return context.getBean(CaseRegister.class);
    }

    /** A row without a task behind it, for lists only; returns the id of the task. */
    public String item(long post, String title, Instant created, Instant warn, Instant due) {
        String task = UUID.randomUUID().toString();
        itemOf(task, post, title, created, warn, due);
        return task;
    }

    /** So many rows without tasks behind them. */
    public void many(long post, int count) {
        transaction.executeWithoutResult(status -> {
            List<Object[]> rows = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                rows.add(new Object[] {"many" + post + "-" + i, post});
            }
            jdbc.batchUpdate(
                    "insert into inbox_item (task_id, post_id, family, case_number, task_key, form_key, title, created_at,"
                            + " due_at, warn_at) values (?, ?, 'incident', 'X', 'handleIncident', 'f', 't', '2020-01-01', '2020-01-03',"
                            + " '2020-01-02')",
                    rows);
        });
    }

    /** A row of this task, which may have several. */
    void itemOf(String task, long post, String title, Instant created, Instant warn, Instant due) {
        transaction.executeWithoutResult(status -> {
            jdbc.update(
                    "insert into inbox_item (task_id, post_id, family, case_number, task_key, form_key, title, place,"
                            + " created_at, due_at, warn_at) values (?, ?, ?, ?, 'runErrand', 'errand/run-errand', ?, ?, ?, ?, ?)",
                    task,
                    post,
                    FAMILY,
                    "ITEM-2026-%06d".formatted(COUNTER.incrementAndGet()),
                    title,
                    "辽宁路街道",
                    utc(created),
                    utc(due),
                    utc(warn));
            jdbc.update(
                    "update inbox_item i join (select task_id from inbox_item where task_id = ? group by task_id"
                            + " having count(*) > 1) s on s.task_id = i.task_id set i.shared = true",
                    task);
        });
    }

    /** Changes the rows of the case's tasks by this assignment of columns. */
    public void marked(CaseNumber number, String assignments) {
        transaction.executeWithoutResult(status ->
                jdbc.update("update inbox_item set " + assignments + " where case_number = ?", number.value()));
    }

    /** Notes that something changed for a member of staff. */
    void change(long staffId) {
        transaction.executeWithoutResult(status ->
                jdbc.update("insert into inbox_change (staff_id, changed_at) values (?, utc_timestamp())", staffId));
    }

    List<String> rows(CaseNumber number) {
        return jdbc.queryForList(
                "select concat(task_key, ' ', post_id, ' ', coalesce(assignee_id, '-')) from inbox_item"
                        + " where case_number = ? order by id",
                String.class,
                number.value());
    }

    /** Who holds the task; empty while nobody does. */
    @Nullable Long holder(String task) {
        return jdbc.queryForObject("select max(assignee_id) from inbox_item where task_id = ?", Long.class, task);
    }

    private long lastId() {
        return jdbc.queryForObject("select last_insert_id()", Long.class);
    }

    private static Timestamp utc(Instant instant) {
        return Timestamp.from(instant);
    }

    private final class ErrandCaseType implements CaseType {

        @Override
        public String family() {
            return FAMILY;
        }

        @Override
        public CaseSummary summary(CaseNumber number) {
            CaseFile file = register().find(number).orElseThrow();
            return new CaseSummary(file.title(), file.place(), file.unitId());
        }

        @Override
        public String route(CaseNumber number) {
            return "errands/" + number;
        }

        @Override
        public void claimed(InboxTask task) {
            if (register()
                    .find(new CaseNumber(task.caseNumber()))
                    .orElseThrow()
                    .title()
                    .equals("spoilt")) {
                throw new ClaimRefusedException("spoilt");
            }
        }
    }
}
