package org.bihuan.task.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.RouteParameters;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.idempotency.Idempotency;
import org.bihuan.inbox.InboxQueries;
import org.bihuan.inbox.InboxTask;
import org.bihuan.inbox.TaskRefusedException;
import org.bihuan.org.Colleague;
import org.bihuan.org.CurrentUser;
import org.bihuan.org.Deputies;
import org.bihuan.org.Deputy;
import org.bihuan.org.Post;
import org.bihuan.org.Role;
import org.bihuan.org.Staff;
import org.bihuan.org.StaffService;
import org.bihuan.org.UnitKind;
import org.bihuan.rights.Rights;
import org.bihuan.rights.Verb;
import org.bihuan.task.Delegating;
import org.bihuan.task.Handover;
import org.bihuan.task.Handover.OpenWork;
import org.bihuan.task.HandoverList;
import org.bihuan.task.HandoverList.Line;
import org.bihuan.task.HandoverList.Outcome;
import org.bihuan.task.Reassigning;
import org.bihuan.task.Receiver;
import org.bihuan.task.Transfer;
import org.bihuan.task.ui.TaskAction.Subject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Pages and dialogs by which work changes hands. */
@ViewPackages(packages = "org.bihuan.nowhere")
class HandsViewsTest extends BrowserlessTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final CaseNumber NUMBER = new CaseNumber("SBQ-2026-000123");
    private static final Receiver HEIR = new Receiver(
            new Staff(8, "wang", "王芳", null, null, true, false),
            new Post(4, Role.GRID_WORKER, 2, "第1网格", UnitKind.GRID, "/1/2/"));

    private final Deputies deputies = mock();
    private final InboxQueries inbox = mock();
    private final Idempotency idempotency = mock();
    private final Transfer transfer = mock();
    private final Delegating delegating = mock();
    private final Handover handover = mock();
    private final Reassigning reassigning = mock();
    private final StaffService staff = mock();
    private final CurrentUser user = mock();
    private final Rights rights = mock();

    @BeforeEach
    void prepare() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
        given(idempotency.once(anyString(), anyString(), any(), any(), any()))
                .willAnswer(call -> call.<Supplier<?>>getArgument(4).get());
        given(inbox.families()).willReturn(List.of("incident"));
        given(inbox.route("incident", NUMBER.value())).willReturn("incidents/" + NUMBER);
        given(deputies.colleagues(anyString(), anyInt(), anyInt()))
                .willReturn(List.of(new Colleague(8, "王芳", 4, Role.GRID_WORKER, "第1网格")));
        given(transfer.receivers("t1")).willReturn(List.of(HEIR));
        given(user.staffId()).willReturn(Optional.of(7L));
        given(staff.find(8)).willReturn(Optional.of(HEIR.person()));
        given(staff.find(7)).willReturn(Optional.of(new Staff(7, "li", "李强", null, null, true, false)));
        given(rights.may(any(Verb.class), anyLong())).willReturn(true);
    }

    @Nested
    class OfDeputies {

        @Test
        void saysWhatToDoWhenThereIsNone() {
            assertThat(text(open(new DeputyView(deputies, inbox, rights, idempotency, CLOCK))))
                    .contains("You have no deputy", "You stand in for nobody");
        }

        @Test
        void listsThemAndEndsOneAfterAsking() {
            given(deputies.mine())
                    .willReturn(List.of(new Deputy(3, 7, "李强", 8, "王芳", null, TODAY, TODAY.plusDays(2), "Leave")));
            var view = new DeputyView(deputies, inbox, rights, idempotency, CLOCK);

            assertThat(text(open(view))).contains("王芳 · 2026-11-22 to 2026-11-24 · All kinds of cases · Leave");
            test(find(Button.class).withText("End").single()).click();
            then(deputies).should(never()).end(3);
            test(find(Button.class, find(Dialog.class).single()).withText("End").single())
                    .click();

            then(deputies).should().end(3);
        }

        @Test
        void appointsAndSaysBesideTheFieldWhatIsMissing() {
            open(new DeputyView(deputies, inbox, rights, idempotency, CLOCK));
            Button send = find(Button.class).withText("Appoint").single();
            test(send).click();
            assertThat(who().isInvalid()).isTrue();
            assertThat(find(TextField.class).single().isInvalid()).isTrue();

            who().setValue(Set.of(new Colleague(8, "王芳", 4, Role.GRID_WORKER, "第1网格")));
            find(TextField.class).single().setValue("Leave");
            test(send).click();

            then(deputies).should().appoint(List.of(8L), Set.of(), TODAY, TODAY, "Leave");
        }

        @Test
        void letsOnlyALeaderAppointForOthers() {
            open(new DeputyView(deputies, inbox, rights, idempotency, CLOCK));
            assertThat(text(UI.getCurrent())).doesNotContain("whom I appointed");
            UI.getCurrent().removeAll();
            given(rights.may(Verb.DEPUTY_APPOINT_FOR)).willReturn(true);
            open(new DeputyView(deputies, inbox, rights, idempotency, CLOCK));

            absent().setValue(new Colleague(9, "赵敏", 4, Role.GRID_WORKER, "第1网格"));
            who().setValue(Set.of(new Colleague(8, "王芳", 4, Role.GRID_WORKER, "第1网格")));
            find(TextField.class).single().setValue("Ill");
            test(find(Button.class).withText("Appoint").single()).click();

            then(deputies).should().appointFor(9, List.of(8L), Set.of(), TODAY, TODAY, "Ill");
        }

        @SuppressWarnings("unchecked")
        private ComboBox<Colleague> absent() {
            return find(ComboBox.class).all().stream()
                    .filter(field -> field.getLabel().equals("For whom"))
                    .findFirst()
                    .orElseThrow();
        }

        @SuppressWarnings("unchecked")
        private MultiSelectComboBox<Colleague> who() {
            return find(MultiSelectComboBox.class).all().stream()
                    .filter(field -> field.getLabel().equals("Deputies"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Nested
    class Actions {

        private final AtomicBoolean done = new AtomicBoolean();

        @Test
        void areOfferedToWhomTheyHelp() {
            var give = new TransferAction(transfer, idempotency);
            var lend = new DelegateAction(delegating, transfer, idempotency);
            var handBack = new HandBackAction(delegating, staff, idempotency);
            var recall = new RecallAction(delegating, staff, user, idempotency);

            assertThat(List.of(give, lend)).allMatch(action -> action.offered(subject(7L, null, true)));
            assertThat(List.of(handBack, recall)).noneMatch(action -> action.offered(subject(7L, null, true)));
            assertThat(handBack.offered(subject(7L, 8L, true))).isTrue();
            assertThat(List.of(give, lend, recall)).noneMatch(action -> action.offered(subject(7L, 8L, true)));
            assertThat(recall.offered(subject(8L, 7L, false))).isTrue();
            assertThat(List.of(give, lend, handBack))
                    .noneMatch(action -> action.offered(subject(8L, 7L, false)))
                    .noneMatch(action -> action.offered(new Subject("incident", NUMBER, null, false, 1)));
        }

        @Test
        void transferAsksForReceiverAndReason() {
            new TransferAction(transfer, idempotency).open(subject(7L, null, true), () -> done.set(true));
            Button send = button("Transfer");
            test(send).click();
            assertThat(receiver().isInvalid()).isTrue();
            assertThat(find(TextArea.class).single().isInvalid()).isTrue();

            receiver().setValue(HEIR);
            find(TextArea.class).single().setValue("I know nothing of it");
            test(send).click();

            then(transfer).should().transfer("t1", 8, "I know nothing of it");
            assertThat(done).isTrue();
        }

        @Test
        void aRefusalIsASentenceAndLosesNothing() {
            willThrow(new TaskRefusedException("task.refused.receiver"))
                    .given(transfer)
                    .transfer("t1", 8, "Why not");
            new TransferAction(transfer, idempotency).open(subject(7L, null, true), () -> done.set(true));
            receiver().setValue(HEIR);
            find(TextArea.class).single().setValue("Why not");

            test(button("Transfer")).click();

            assertThat(test(find(Notification.class).single()).getText())
                    .isEqualTo("The person you chose cannot do this task");
            assertThat(find(TextArea.class).single().getValue()).isEqualTo("Why not");
            assertThat(done).isFalse();
        }

        @Test
        void delegateHandBackAndRecallSendWhatWasSaid() {
            new DelegateAction(delegating, transfer, idempotency).open(subject(7L, null, true), () -> {});
            receiver().setValue(HEIR);
            find(TextArea.class).single().setValue("Check the price");
            test(button("Delegate")).click();
            then(delegating).should().delegate("t1", 8, "Check the price");

            new HandBackAction(delegating, staff, idempotency).open(subject(7L, 8L, true), () -> {});
            assertThat(text(find(Dialog.class).single())).contains("It goes back to 王芳");
            find(TextArea.class).single().setValue("The price is right");
            test(button("Hand back")).click();
            then(delegating).should().handBack("t1", "The price is right");

            new RecallAction(delegating, staff, user, idempotency).open(subject(8L, 7L, false), () -> {});
            test(button("Take back")).click();
            then(delegating).should().recall("t1");
        }

        private Button button(String words) {
            return find(Button.class, find(Dialog.class).single())
                    .withText(words)
                    .single();
        }
    }

    @Nested
    class HandingOver {

        @Test
        void handsEverythingToOnePersonAndLeadsToTheList() {
            given(handover.openWork(8))
                    .willReturn(List.of(
                            new OpenWork(task(8L, null), "Litter", false, false, List.of(HEIR)),
                            new OpenWork(task(8L, 9L), "Lent", true, false, List.of())));
            given(handover.handOver(8, Map.of("t1", 8L), "Moves")).willReturn(5L);
            open(new HandoverView(handover, deputies, rights, idempotency));
            person().setValue(new Colleague(8, "王芳", 4, Role.GRID_WORKER, "第1网格"));

            assertThat(text(UI.getCurrent())).contains("2 tasks", "Litter", "What others delegated");
            receiver().setValue(HEIR);
            find(TextArea.class).single().setValue("Moves");
            test(find(Button.class).withText("Hand everything over").single()).click();

            then(handover).should().handOver(8, Map.of("t1", 8L), "Moves");
        }

        @Test
        void saysBesideTheFieldThatSomebodyIsNotBelow() {
            given(rights.may(Verb.HANDOVER_GIVE, 8L)).willReturn(false);
            open(new HandoverView(handover, deputies, rights, idempotency));

            person().setValue(new Colleague(8, "王芳", 4, Role.GRID_WORKER, "第1网格"));

            assertThat(person().isInvalid()).isTrue();
            then(handover).should(never()).openWork(8);
        }

        @Test
        void printsANumberedListWithLinesToSign() {
            given(handover.list(5))
                    .willReturn(new HandoverList(
                            5,
                            8,
                            "王芳",
                            7,
                            "李强",
                            NOW,
                            "Moves",
                            List.of(
                                    line(1, Outcome.GIVEN, "赵敏"),
                                    line(2, Outcome.POSTS, null),
                                    line(3, Outcome.OWNER, "钱进"))));
            var view = new HandoverListView(handover);
            view.beforeEnter(entering("id", "5"));

            assertThat(text(open(view)))
                    .contains("number 5", "王芳", "李强", "Moves", "赵敏", "Back to the post", "钱进 (delegated it)")
                    .contains("Signature of the person who hands over", "Signature of the person who receives");
            assertThat(find(NativeTableRow.class).all()).hasSize(4);
        }

        private static Line line(int position, Outcome outcome, String name) {
            return new Line(position, "incident", NUMBER.value(), "handleIncident", "Litter", NOW, outcome, null, name);
        }

        @SuppressWarnings("unchecked")
        private ComboBox<Colleague> person() {
            return find(ComboBox.class).all().stream()
                    .filter(field -> field.getLabel().equals("Who hands over"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Nested
    class WithoutAnybody {

        @Test
        void namesSomebodyForATaskThatNobodyCanDo() {
            given(reassigning.orphans(NUMBER))
                    .willReturn(List.of(
                            new Reassigning.Orphan(task(null, null), "Litter", List.of(HEIR.post()), List.of(HEIR))));
            var view = new OrphanView(reassigning, inbox, idempotency);
            view.beforeEnter(entering("caseNumber", NUMBER.value()));
            assertThat(text(open(view))).contains(NUMBER.value() + " · Litter", "第1网格");

            receiver().setValue(HEIR);
            find(TextArea.class).single().setValue("He left");
            test(find(Button.class).withText("Name this person").single()).click();

            then(reassigning).should().reassign("t1", 8, "He left");
        }

        @Test
        void saysWhoHelpsWhenThereIsNobodyToName() {
            given(reassigning.orphans(NUMBER))
                    .willReturn(List.of(
                            new Reassigning.Orphan(task(null, null), "Litter", List.of(HEIR.post()), List.of())));
            var view = new OrphanView(reassigning, inbox, idempotency);
            view.beforeEnter(entering("caseNumber", NUMBER.value()));

            assertThat(text(open(view))).contains("Ask the security administrator");
            assertThat(find(Button.class).all()).isEmpty();
        }
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Receiver> receiver() {
        return find(ReceiverField.class).single();
    }

    private static Subject subject(Long holder, Long owner, boolean mine) {
        return new Subject("incident", NUMBER, task(holder, owner), mine, 1);
    }

    private static InboxTask task(Long holder, Long owner) {
        return new InboxTask(
                "t1",
                "handleIncident",
                "incident/handle-incident",
                "incident",
                NUMBER.value(),
                List.of(4L),
                holder,
                owner,
                "/1/2/",
                NOW,
                NOW,
                NOW,
                null,
                false);
    }

    private static BeforeEnterEvent entering(String name, String value) {
        BeforeEnterEvent event = mock();
        given(event.getRouteParameters()).willReturn(new RouteParameters(name, value));
        return event;
    }

    private static Component open(Component view) {
        UI.getCurrent().add(view);
        return view;
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
