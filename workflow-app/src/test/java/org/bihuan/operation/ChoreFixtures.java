package org.bihuan.operation;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.bihuan.casefile.CaseFile;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.casefile.CaseRegister;
import org.bihuan.engine.CaseEngine;
import org.bihuan.engine.CaseSteps;
import org.bihuan.engine.Variable;
import org.bihuan.inbox.CaseSummary;
import org.bihuan.inbox.CaseType;
import org.bihuan.org.Role;
import org.bihuan.org.StaffPrincipal;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;

/** A family for tests, chores, whose first step is a job that fails as long as it is told to. */
final class ChoreFixtures {

    static final String FAMILY = "chore";

    private static final AtomicLong COUNTER = new AtomicLong();

    private static final Variable<String> POST = new Variable<>("post");

    /** With what the job fails; nothing lets it pass. */
    static final AtomicReference<@Nullable RuntimeException> FAULT = new AtomicReference<>();

    /** Steps with which the chores' status agrees. */
    static final AtomicReference<Set<String>> AGREEING = new AtomicReference<>(Set.of());

    static final AtomicReference<@Nullable String> TOLD = new AtomicReference<>();

    private final ConfigurableApplicationContext context;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    ChoreFixtures(ConfigurableApplicationContext context) {
        this.context = context;
        jdbc = new JdbcTemplate(context.getBean(DataSource.class));
        transaction = context.getBean(TransactionTemplate.class);
        FAULT.set(null);
        TOLD.set(null);
        AGREEING.set(Set.of("sortPapers", "signPapers"));
        if (!context.containsBean("choreCaseType")) {
            context.getBeanFactory().registerSingleton("choreCaseType", new ChoreCaseType());
            context.getBeanFactory().registerSingleton("choreSteps", new ChoreSteps());
            context.getBeanFactory().registerSingleton("sortPapers", (JavaDelegate) execution -> {
                RuntimeException fault = FAULT.get();
                if (fault != null) {
                    throw fault;
                }
            });
        }
        context.getBean(RepositoryService.class)
                .createDeployment()
                .name(FAMILY)
                .enableDuplicateFiltering(true)
                .addClasspathResource("operation/chore.bpmn")
                .deploy();
    }

    JdbcTemplate jdbc() {
        return jdbc;
    }

    TransactionTemplate transaction() {
        return transaction;
    }

    /** Starts a chore; it stands before its first step until the job is run. */
    CaseNumber start() {
        long post = post("GRID", "GRID_WORKER");
        return transaction.execute(status -> {
            CaseNumber number =
                    context.getBean(CaseRegister.class).open(FAMILY, "CHORE", "整理", null, null, "OPEN", null);
            context.getBean(CaseEngine.class).start(FAMILY, number, POST.is(String.valueOf(post)));
            return number;
        });
    }

    String job(CaseNumber number) {
        return jdbc.queryForObject(
                "select j.ID_ from ACT_RU_JOB j join ACT_RU_EXECUTION e on e.ID_ = j.PROCESS_INSTANCE_ID_"
                        + " where e.BUSINESS_KEY_ = ?",
                String.class,
                number.value());
    }

    /** Runs the job as the executor would; returns whether it succeeded. */
    boolean run(String jobId) {
        try {
            context.getBean(ManagementService.class).executeJob(jobId);
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** Runs the job until the engine gives it up. */
    String giveUp(CaseNumber number, RuntimeException fault) {
        FAULT.set(fault);
        String job = job(number);
        for (int tries = 0; tries < 3; tries++) {
            run(job);
        }
        return job;
    }

    @Nullable Job find(String jobId) {
        return context.getBean(ManagementService.class)
                .createJobQuery()
                .jobId(jobId)
                .singleResult();
    }

    List<String> tasks(CaseNumber number) {
        return jdbc.queryForList("select task_key from inbox_item where case_number = ?", String.class, number.value());
    }

    /** A system administrator by name. */
    long administrator(String name) {
        long post = post("DISTRICT", "SYSTEM_ADMINISTRATOR");
        return transaction.execute(status -> {
            jdbc.update(
                    "insert into org_staff (username, name, password_hash, must_change_password, enabled, duty)"
                            + " values (?, ?, '-', false, true, 'SYSTEM')",
                    "operator" + System.nanoTime() + COUNTER.incrementAndGet(),
                    name);
            long staff = jdbc.queryForObject("select last_insert_id()", Long.class);
            jdbc.update(
                    "insert into org_staff_post (staff_id, post_id, duty, valid_from)"
                            + " values (?, ?, 'SYSTEM', '2020-01-01')",
                    staff,
                    post);
            return staff;
        });
    }

    static void signIn(long staffId) {
        var principal = new StaffPrincipal(staffId, "operator" + staffId, "-", true, true, false);
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        principal, null, List.of(new SimpleGrantedAuthority("ROLE_SYSTEM_ADMINISTRATOR"))));
    }

    private long post(String kind, String role) {
        return transaction.execute(status -> {
            jdbc.update(
                    "insert into org_unit (code, name, kind, path, valid_from) values (?, '测试单位', ?, '/', '2020-01-01')",
                    "C" + Long.toString(System.nanoTime(), 36) + COUNTER.incrementAndGet(),
                    kind);
            jdbc.update(
                    "insert into org_post (unit_id, role, duty) values (last_insert_id(), ?, ?)",
                    role,
                    Role.valueOf(role).duty().name());
            return jdbc.queryForObject("select last_insert_id()", Long.class);
        });
    }

    private final class ChoreCaseType implements CaseType {

        @Override
        public String family() {
            return FAMILY;
        }

        @Override
        public CaseSummary summary(CaseNumber number) {
            CaseFile file = context.getBean(CaseRegister.class).find(number).orElseThrow();
            return new CaseSummary(file.title(), file.place(), file.unitId());
        }

        @Override
        public String route(CaseNumber number) {
            return "chores/" + number;
        }
    }

    private static final class ChoreSteps implements CaseSteps {

        @Override
        public String family() {
            return FAMILY;
        }

        @Override
        public Set<String> agreeing(CaseNumber number) {
            return AGREEING.get();
        }

        @Override
        public void moved(CaseNumber number, String element) {
            TOLD.set(number + " " + element);
        }
    }
}
