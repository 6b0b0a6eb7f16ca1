package org.bihuan.bench;

import java.time.Clock;
import java.util.List;
import org.bihuan.casefile.Actor;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.casefile.CaseRef;
import org.bihuan.casefile.CaseRegister;
import org.bihuan.engine.CaseEngine;
import org.bihuan.engine.Variable;
import org.bihuan.inbox.InboxService;
import org.bihuan.inbox.InboxTask;
import org.bihuan.org.CurrentUser;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;

/**
 * A request that goes down to every community: one case and one process instance each, and a row that counts them down
 * in the transaction of the last step, so that nobody waits for anybody.
 */
@Transactional
@PreAuthorize("isAuthenticated()")
public class Reports {

    static final String FAMILY = "report";

    private static final Variable<String> POST = new Variable<>("post");

    private final CaseRegister register;
    private final CaseEngine engine;
    private final InboxService inbox;
    private final CurrentUser user;
    private final ApplicationEventPublisher events;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    Reports(
            CaseRegister register,
            CaseEngine engine,
            InboxService inbox,
            CurrentUser user,
            ApplicationEventPublisher events,
            JdbcTemplate jdbc,
            Clock clock) {
        this.register = register;
        this.engine = engine;
        this.inbox = inbox;
        this.user = user;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Opens the round that waits for so many reports. */
    public CaseNumber open(int communities) {
        CaseNumber round = register.open(
                FAMILY, "ROUND", "填报任务", null, null, "OPEN", user.require().id());
        jdbc.update("insert into bench_countdown (round, missing) values (?, ?)", round.value(), communities);
        engine.start("reportRound", round);
        return round;
    }

    /** Asks these posts, in one transaction. */
    public List<CaseNumber> ask(CaseNumber round, List<Long> posts) {
        return posts.stream()
                .map(post -> {
                    CaseNumber number = register.open(
                            FAMILY,
                            "REPORT",
                            round.value(),
                            null,
                            null,
                            "OPEN",
                            user.staffId().orElseThrow());
                    engine.start(FAMILY, number, POST.is(String.valueOf(post)));
                    return number;
                })
                .toList();
    }

    /** The current user takes the report and sends it. */
    public void fill(CaseNumber round, CaseNumber number) {
        Actor me = user.actor();
        inbox.claim(number, "fillReport");
        InboxTask task = inbox.requireHolder(number, "fillReport");
        register.close(number, "IN");
        events.publishEvent(new ApprovalEvent.Filled(new CaseRef(FAMILY, number), me, clock.instant()));
        engine.complete(task.taskId());
        // Last, so that the row which all share is locked for as short as can be.
        jdbc.update("update bench_countdown set missing = missing - 1 where round = ?", round.value());
        Integer missing = jdbc.queryForObject(
                "select missing from bench_countdown where round = ?", Integer.class, round.value());
        if (missing != null && missing == 0) {
            engine.tell("reportsAllIn", round);
            register.close(round, "ALL_IN");
        }
    }
}
