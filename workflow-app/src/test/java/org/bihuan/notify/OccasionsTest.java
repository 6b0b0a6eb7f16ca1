package org.bihuan.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.bihuan.IntegrationTest;
import org.bihuan.casefile.Actor;
import org.bihuan.casefile.CaseEvent;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.casefile.CaseRef;
import org.bihuan.casefile.CaseRegister;
import org.bihuan.inbox.InboxFixtures;
import org.bihuan.inbox.InboxService;
import org.bihuan.inbox.OpenTasks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;

/** What people are told of by the program itself. */
@IntegrationTest
class OccasionsTest {

    private static final Instant AT = Instant.parse("2026-11-22T04:00:00.123Z");

    @Autowired
    ConfigurableApplicationContext context;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    InboxService inbox;

    @Autowired
    OpenTasks open;

    InboxFixtures errands;
    long post;
    long wang;
    long li;

    @BeforeEach
    void prepare() {
        SecurityContextHolder.clearContext();
        errands = new InboxFixtures(context);
        post = errands.post();
        wang = errands.person("王芳", post);
        li = errands.person("李强");
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void aTaskForAFewIsToldToThemButNotToWhoeverMadeIt() {
        long other = errands.person("赵敏", post);
        InboxFixtures.signIn(other);
        errands.start("暴露垃圾", null, post);

        assertThat(kinds(wang)).containsExactly("inbox.arrived");
        assertThat(kinds(other)).isEmpty();
    }

    @Test
    void aTaskForManyIsLeftToTheirList() {
        for (int i = 0; i < 5; i++) {
            errands.person("同事" + i, post);
        }

        errands.start("暴露垃圾", null, post);

        assertThat(kinds(wang)).isEmpty();
    }

    @Test
    void whoeverIsGivenATaskHearsOfIt() {
        CaseNumber number = errands.start("暴露垃圾", null, post);
        long colleague = errands.person("赵敏", post);
        InboxFixtures.signIn(wang);
        var task = inbox.task(number, "runErrand").orElseThrow();

        transaction.executeWithoutResult(status -> open.hand(open.lock(task.taskId()), colleague, null));

        assertThat(kinds(colleague)).containsExactly("inbox.assigned");
    }

    @Test
    void whoeverTakesATaskIsNotToldOfIt() {
        CaseNumber number = errands.start("暴露垃圾", null, post);
        InboxFixtures.signIn(wang);

        inbox.claim(inbox.task(number, "runErrand").orElseThrow().taskId());

        assertThat(kinds(wang)).containsExactly("inbox.arrived");
    }

    @Test
    void theStarterHearsThatTheCaseEndedUnlessHeEndedIt() {
        CaseNumber number = errands.start("暴露垃圾", li, post);

        end(number, Actor.staff(li, "李强"));
        assertThat(kinds(li)).isEmpty();
        end(number, Actor.staff(wang, "王芳"));

        assertThat(kinds(li)).containsExactly("case.ended");
    }

    private void end(CaseNumber number, Actor actor) {
        transaction.executeWithoutResult(status -> new CaseEndings(context.getBean(CaseRegister.class), events)
                .ended(new Ended(new CaseRef("errand", number), actor, AT)));
    }

    record Ended(CaseRef caseRef, Actor actor, Instant occurredAt) implements CaseEvent {

        @Override
        public String type() {
            return "incident.closed";
        }
    }

    private List<String> kinds(long staffId) {
        return jdbc.queryForList("select kind from notify_notice where staff_id = ?", String.class, staffId);
    }
}
