package org.bihuan.bench;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.bihuan.bench.Peers.Approving;
import org.bihuan.bench.Peers.Dispatching;
import org.bihuan.bench.Peers.Listing;
import org.bihuan.bench.Peers.Outcome;
import org.bihuan.bench.Peers.Racing;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.inbox.AlreadyTakenException;
import org.bihuan.inbox.InboxFilter;
import org.bihuan.inbox.InboxItem;
import org.bihuan.inbox.InboxQueries;
import org.bihuan.inbox.InboxService;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The product, through its services. */
final class ProductPeer implements Approving, Racing, Dispatching, Listing {

    /** Communities asked in one transaction. */
    private static final int CHUNK = 50;

    private static final int TEXTS_AT_ONCE = 5_000;

    private final Approvals approvals;
    private final Reports reports;
    private final InboxService inbox;
    private final InboxQueries queries;
    private final BenchPeople people;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final String numbers;
    private final MeterRegistry meters;
    private final Map<String, Integer> communityOf = new HashMap<>();
    private CaseNumber round = new CaseNumber("NONE-2026-000000");

    ProductPeer(ApplicationContext context, BenchPeople people, String numbers) {
        approvals = context.getBean(Approvals.class);
        reports = context.getBean(Reports.class);
        inbox = context.getBean(InboxService.class);
        queries = context.getBean(InboxQueries.class);
        meters = context.getBean(MeterRegistry.class);
        this.people = people;
        this.numbers = numbers;
        jdbc = new JdbcTemplate(context.getBean(DataSource.class));
        transaction = context.getBean(TransactionTemplate.class);
        context.getBean(RepositoryService.class)
                .createDeployment()
                .name("bench")
                .addClasspathResource("bench/approval.bpmn")
                .addClasspathResource("bench/report.bpmn")
                .deploy();
        jdbc.execute("create table bench_countdown (round varchar(32) primary key, missing int not null)");
    }

    @Override
    public String name() {
        return "bihuan";
    }

    @Override
    public void approve(int user) {
        people.signInClerk(user);
        CaseNumber number = approvals.ask("采购办公桌", people.post(user));
        approvals.accept(number);
        approvals.review(number, "同意");
        approvals.sign(number, "同意,请办理");
    }

    @Override
    public List<String> open(int tasks) {
        people.signInRival(0);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < tasks; i++) {
            CaseNumber number = approvals.ask("抢单", people.post(0));
            ids.add(jdbc.queryForObject(
                    "select task_id from inbox_item where case_number = ?", String.class, number.value()));
        }
        return ids;
    }

    @Override
    public Outcome claim(String task, int user) {
        people.signInRival(user);
        try {
            inbox.claim(task);
            return Outcome.WON;
        } catch (AlreadyTakenException e) {
            return e.holderName().isEmpty() ? Outcome.EXCEPTION_SHOWN : Outcome.TOLD_WHO_WAS_FIRST;
        } catch (RuntimeException e) {
            return Outcome.EXCEPTION_SHOWN;
        }
    }

    @Override
    public long owned(List<String> tasks) {
        return tasks.stream()
                .mapToInt(task -> jdbc.queryForObject(
                        "select count(distinct assignee_id) from inbox_item where task_id = ?", Integer.class, task))
                .filter(owners -> owners == 1)
                .count();
    }

    @Override
    public List<String> dispatch(int communities) {
        people.signInClerk(0);
        round = reports.open(communities);
        communityOf.clear();
        List<String> handles = new ArrayList<>();
        List<Long> posts = people.posts(communities);
        for (int from = 0; from < communities; from += CHUNK) {
            for (CaseNumber number : reports.ask(round, posts.subList(from, Math.min(from + CHUNK, communities)))) {
                communityOf.put(number.value(), handles.size());
                handles.add(number.value());
            }
        }
        return handles;
    }

    @Override
    public void close(String report) {
        people.signInClerk(communityOf.get(report));
        reports.fill(round, new CaseNumber(report));
    }

    @Override
    public boolean lostRace(RuntimeException e) {
        return e instanceof DataAccessException
                || e.getClass().getName().contains("OptimisticLocking")
                || e.getClass().getSimpleName().equals("BusyException");
    }

    @Override
    public long silentRetries() {
        return (long) meters.find("bihuan.transaction.retries").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    @Override
    public boolean over() {
        return "ALL_IN"
                .equals(jdbc.queryForObject(
                        "select status from case_file where number = ?", String.class, round.value()));
    }

    @Override
    public void fill(int from, int to) {
        jdbc.execute("create table if not exists bench_text (n int primary key, title varchar(200) not null,"
                + " place varchar(200) not null, marks_1 bigint not null, marks_2 bigint not null,"
                + " marks_3 bigint not null, marks_4 bigint not null)");
        for (int n = from; n < to; n += TEXTS_AT_ONCE) {
            List<Object[]> rows = IntStream.range(n, Math.min(n + TEXTS_AT_ONCE, to))
                    .mapToObj(BenchTexts::row)
                    .toList();
            transaction.executeWithoutResult(
                    status -> jdbc.batchUpdate("insert into bench_text values (?, ?, ?, ?, ?, ?, ?)", rows));
        }
        transaction.executeWithoutResult(status -> jdbc.update(
                "insert into inbox_item (task_id, post_id, family, case_number, task_key, form_key, title, place,"
                        + " unit_path, created_at, due_at, warn_at, marks_1, marks_2, marks_3, marks_4)"
                        + " select concat('copy', n), p.id, 'report', concat('" + BenchTexts.PREFIX
                        + "', lpad(n, 6, '0')), 'fillReport', 'report/fill-report', t.title, t.place, u.path, "
                        + ClonedTasks.created() + ", " + ClonedTasks.due() + ", timestampadd(day, -1, "
                        + ClonedTasks.due() + "), t.marks_1, t.marks_2, t.marks_3, t.marks_4 from bench_text t"
                        + " join org_unit u on u.code = concat('BENCH', mod(n, " + BenchServer.GROUPS + "))"
                        + " join org_post p on p.unit_id = u.id where n >= ? and n < ?",
                from,
                to));
        jdbc.queryForList("analyze table inbox_item");
    }

    @Override
    public int page(int reader) {
        people.signInReader(reader);
        return queries.todo(InboxFilter.ALL, null, 25).items().size();
    }

    /** The page with the names of people and units for all its columns. */
    int pageWithAllColumns(int reader) {
        people.signInReader(reader);
        List<InboxItem> items = queries.todo(InboxFilter.ALL, null, 25).items();
        queries.names(items);
        return items.size();
    }

    /** The first page of what a search finds. */
    int search(int reader, String text) {
        people.signInReader(reader);
        return queries.todo(InboxFilter.ALL.withText(text), null, 25).items().size();
    }

    @Override
    public long count(int reader) {
        people.signInReader(reader);
        return queries.counts().total();
    }
}
