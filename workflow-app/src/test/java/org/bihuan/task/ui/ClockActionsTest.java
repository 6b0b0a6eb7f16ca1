package org.bihuan.task.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.RouteParameters;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.bihuan.IntegrationTest;
import org.bihuan.calendar.DeadlineBadge;
import org.bihuan.calendar.DeadlineState;
import org.bihuan.calendar.Term;
import org.bihuan.calendar.WorkingCalendar;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.idempotency.Idempotency;
import org.bihuan.inbox.DeadlineReckoning;
import org.bihuan.inbox.InboxFixtures;
import org.bihuan.inbox.InboxQueries;
import org.bihuan.inbox.InboxService;
import org.bihuan.inbox.InboxTask;
import org.bihuan.org.StaffService;
import org.bihuan.task.Extension;
import org.bihuan.task.ExtensionRequest;
import org.bihuan.task.ExtensionRequest.State;
import org.bihuan.task.Suspension;
import org.bihuan.task.ui.TaskAction.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;

/** 挂起, 恢复, 申请延期 and 知悉 as people do them in the bar of a case, and the page on which a superior decides. */
@IntegrationTest
@ViewPackages(packages = "org.bihuan.noview")
class ClockActionsTest extends BrowserlessTest {

    @Autowired
    SuspendAction suspend;

    @Autowired
    ResumeAction resume;

    @Autowired
    ExtensionAction extend;

    @Autowired
    AcknowledgeAction acknowledge;

    @Autowired
    Suspension suspension;

    @Autowired
    Extension extension;

    @Autowired
    InboxService inbox;

    @Autowired
    InboxQueries queries;

    @Autowired
    StaffService staff;

    @Autowired
    WorkingCalendar calendar;

    @Autowired
    DeadlineReckoning deadlines;

    @Autowired
    Idempotency idempotency;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    InboxFixtures errands;
    CaseNumber number;
    long worker;
    long leaderPost;
    long leader;
    final AtomicInteger done = new AtomicInteger();

    @BeforeEach
    void aTaskOfAWorkerBelowALeader(@Autowired ConfigurableApplicationContext context) {
        UI.getCurrent().setLocale(Locale.SIMPLIFIED_CHINESE);
        errands = new InboxFixtures(context);
        long post = errands.post();
        worker = errands.person("李强", post);
        leaderPost = transaction.execute(status -> {
            jdbc.update(
                    "insert into org_post (unit_id, role) select unit_id, 'LEADER' from org_post where id = ?", post);
            return jdbc.queryForObject("select last_insert_id()", Long.class);
        });
        leader = errands.person("孙领导", leaderPost);
        number = errands.start("暴露垃圾", null, post);
        InboxFixtures.signIn(worker);
        inbox.claim(task().taskId());
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Nested
    class Resting {

        @Test
        void asksForAReasonBesideTheField() {
            suspend.open(subject(), done::incrementAndGet);

            press("task.suspend.send");

            assertThat(find(TextArea.class).single().isInvalid()).isTrue();
            assertThat(suspension.current(number)).isEmpty();
            assertThat(find(Dialog.class).all()).hasSize(1);
        }

        @Test
        void suspendsAndResumes() {
            assertThat(suspend.offered(subject())).isTrue();
            assertThat(resume.offered(subject())).isFalse();
            suspend.open(subject(), done::incrementAndGet);
            test(find(TextArea.class).single()).setValue("等街道答复");

            press("task.suspend.send");

            assertThat(suspension.current(number)).isPresent();
            assertThat(suspend.offered(subject())).isFalse();
            assertThat(resume.offered(subject())).isTrue();
            resume.open(subject(), done::incrementAndGet);
            assertThat(find(Paragraph.class).all())
                    .extracting(Paragraph::getText)
                    .anyMatch(text -> text.endsWith("等街道答复"));

            press("task.resume.send");

            assertThat(suspension.current(number)).isEmpty();
            assertThat(done).hasValue(2);
            assertThat(find(Dialog.class).all()).isEmpty();
        }
    }

    @Nested
    class MoreTime {

        @Test
        void isReckonedBeforeItIsAskedFor() {
            extend.open(subject(), done::incrementAndGet);
            assertThat(find(ListItem.class).all()).isNotEmpty();
            String before = find(ListItem.class).all().getLast().getText();

            test(find(IntegerField.class).single()).setValue(7);

            assertThat(find(ListItem.class).all().getLast().getText()).isNotEqualTo(before);
        }

        @Test
        void isAskedForOnce() {
            extend.open(subject(), done::incrementAndGet);
            test(find(TextArea.class).single()).setValue("等材料");

            press("task.extend.send");

            assertThat(extension.of(number)).singleElement().matches(one -> one.state() == State.ASKED);
            assertThat(extend.offered(subject())).isFalse();
            assertThat(done).hasValue(1);
        }

        @Test
        void needsAnAmountAndAReason() {
            extend.open(subject(), done::incrementAndGet);
            find(IntegerField.class).single().setValue(null);

            press("task.extend.send");

            assertThat(find(IntegerField.class).single().isInvalid()).isTrue();
            assertThat(find(TextArea.class).single().isInvalid()).isTrue();
            assertThat(extension.of(number)).isEmpty();
        }

        @Test
        void isGrantedOnThePageOfTheSuperior() {
            ExtensionRequest request = asked();
            open(request);

            press("task.extension.grant");

            InboxFixtures.signIn(worker);
            assertThat(task().dueAt()).isEqualTo(request.proposedDue());
            assertThat(deadlines.lines(task(), UI.getCurrent().getLocale()).getLast())
                    .contains("改为");
        }

        @Test
        @SuppressWarnings("unchecked")
        void mayBeGrantedByAnotherTerm() {
            ExtensionRequest request = asked();
            open(request);
            Select<DueField.Way> way = find(Select.class).single();
            way.setValue(DueField.Way.WORKING_DAYS);
            find(IntegerField.class).single().setValue(1);

            press("task.extension.grant");

            assertThat(extension.of(number)).singleElement().satisfies(one -> {
                assertThat(one.state()).isEqualTo(State.GRANTED);
                assertThat(one.grantedDue()).isBefore(request.proposedDue());
            });
        }

        @Test
        void isRefusedWithAReasonOnly() {
            open(asked());

            press("task.extension.refuse");
            assertThat(find(TextArea.class).single().isInvalid()).isTrue();
            test(find(TextArea.class).single()).setValue("来得及");
            press("task.extension.refuse");

            assertThat(extension.of(number)).singleElement().matches(one -> one.state() == State.REFUSED);
        }

        @Test
        void saysWhoDecidedWhenThePageIsOpenedLater() {
            ExtensionRequest request = asked();
            extension.refuse(request.id(), "来得及");

            open(request);

            assertThat(find(Button.class).all()).isEmpty();
            assertThat(find(Paragraph.class).single().getText())
                    .startsWith(UI.getCurrent()
                            .getTranslation("task.extension.decided.REFUSED", "孙领导", "#")
                            .split("#")[0]);
        }

        @Test
        void saysThatTheStepIsDone() {
            ExtensionRequest request = asked();
            transaction.executeWithoutResult(status ->
                    jdbc.update("delete from inbox_item where case_number = ? and kind = 'TASK'", number.value()));

            open(request);

            assertThat(find(Paragraph.class).single().getText()).isEqualTo(text("task.extension.over"));
        }

        private ExtensionRequest asked() {
            extension.ask(task().taskId(), calendar.after(task().dueAt(), Term.parse("9WD"), List.of()), "等材料");
            InboxFixtures.signIn(leader);
            return extension.of(number).getFirst();
        }

        private void open(ExtensionRequest request) {
            UI.getCurrent().removeAll();
            var view = new ExtensionView(extension, inbox, queries, staff, calendar, idempotency, clock);
            UI.getCurrent().add(view);
            BeforeEnterEvent event = mock();
            when(event.getRouteParameters())
                    .thenReturn(new RouteParameters(
                            Map.of("request", String.valueOf(request.id()), "caseNumber", number.value())));
            view.beforeEnter(event);
        }
    }

    @Test
    void aSuperiorTakesNote() {
        transaction.executeWithoutResult(status -> {
            jdbc.update(
                    "insert into task_escalation (task_id, case_number, due_at, level, post_id, escalated_at) values (?,"
                            + " ?, ?, 1, ?, ?)",
                    task().taskId(),
                    number.value(),
                    Timestamp.from(Instant.EPOCH.plusSeconds(100_000)),
                    leaderPost,
                    Timestamp.from(clock.instant()));
            jdbc.update(
                    "insert into inbox_item (task_id, kind, ref_id, post_id, family, case_number, task_key, form_key, title,"
                            + " created_at, due_at, warn_at) select task_id, 'ESCALATION', last_insert_id(), ?, family,"
                            + " case_number, task_key, 'errands', title, created_at, due_at, warn_at from inbox_item"
                            + " where case_number = ?",
                    leaderPost,
                    number.value());
        });
        assertThat(acknowledge.offered(subject())).isFalse();
        InboxFixtures.signIn(leader);
        assertThat(acknowledge.offered(subject())).isTrue();
        acknowledge.open(subject(), done::incrementAndGet);

        press("task.acknowledge.send");

        assertThat(acknowledge.offered(subject())).isFalse();
        assertThat(done).hasValue(1);
    }

    @Test
    void theBadgeTellsHowTheDeadlineWasReckoned() {
        InboxTask task = task();
        var badge = new DeadlineBadge(DeadlineState.GREEN, "明天 11:10 到期");
        badge.explain(() -> deadlines.lines(task, UI.getCurrent().getLocale()));
        UI.getCurrent().add(badge);

        press("calendar.reckoned.how");

        assertThat(find(ListItem.class).all())
                .extracting(Component::getElement)
                .extracting(element -> element.getText())
                .satisfies(lines -> {
                    assertThat(lines.getFirst()).contains("开始,时限 ");
                    assertThat(lines.getLast()).endsWith(" 到期");
                });
    }

    private InboxTask task() {
        return inbox.tasks(number).getFirst();
    }

    private Subject subject() {
        return new Subject("errand", number, task(), true, 0);
    }

    private void press(String key) {
        test(find(Button.class).withText(text(key)).single()).click();
    }

    private static String text(String key) {
        return UI.getCurrent().getTranslation(key);
    }
}
