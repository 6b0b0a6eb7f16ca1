package org.bihuan.operation.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bihuan.attachment.StorageSpace.Space;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.engine.FailedJob;
import org.bihuan.engine.FailedJobs.Backlog;
import org.bihuan.engine.FailedJobs.Outcome;
import org.bihuan.engine.TokenMoves.Step;
import org.bihuan.engine.TokenMoves.Token;
import org.bihuan.operation.ErrorIds;
import org.bihuan.operation.ErrorLookup;
import org.bihuan.operation.ErrorRecord;
import org.bihuan.operation.FailedJobService;
import org.bihuan.operation.FailedJobService.Failure;
import org.bihuan.operation.Figures;
import org.bihuan.operation.Node;
import org.bihuan.operation.Repair;
import org.bihuan.operation.RepairService;
import org.bihuan.operation.RepairState;
import org.bihuan.operation.SystemHealth;
import org.bihuan.org.CurrentUser;
import org.bihuan.rights.Rights;
import org.bihuan.rights.Verb;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@ViewPackages(packages = "org.bihuan.nowhere")
class OperationViewsTest extends BrowserlessTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private static final CaseNumber NUMBER = new CaseNumber("SBQ-2026-000123");

    private final SystemHealth health = mock();
    private final ErrorLookup lookup = mock();
    private final FailedJobService jobs = mock();
    private final RepairService repairs = mock();
    private final CurrentUser user = mock();
    private final Rights rights = mock();

    @BeforeEach
    void calm() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
        given(health.listen(any())).willReturn(() -> {});
        given(health.now()).willReturn(state(true, 50, 0));
        given(repairs.page(any(), anyInt())).willReturn(List.of());
        given(jobs.page(any(), any(), anyInt())).willReturn(List.of());
        given(rights.may(any(Verb.class))).willReturn(true);
        given(user.staffId()).willReturn(Optional.of(7L));
    }

    @Nested
    class Health {

        @Test
        void saysAtAGlanceThatAllIsWell() {
            String words = open(new HealthView(health, lookup));

            assertThat(words)
                    .contains("Answers within 3 ms", "7 open tasks, 2 overdue", "50% free", "until 2027", "Node a:8080")
                    .doesNotContain("Fault", "Attention");
        }

        @Test
        void saysWhatIsWrong() {
            given(health.now()).willReturn(state(false, 3, 2));

            assertThat(open(new HealthView(health, lookup)))
                    .contains("Cannot be reached", "2 failed jobs", "Photos are refused", "Fault", "Attention");
        }

        @Test
        void leadsToWhereSomethingCanBeDoneAboutIt() {
            open(new HealthView(health, lookup));

            assertThat(find(Anchor.class).all().stream().map(Anchor::getHref))
                    .containsExactly("admin/jobs", "admin/messages");
        }

        @Test
        void leadsFromANumberToItsCause() {
            given(lookup.find("4f0c 91ab"))
                    .willReturn(Optional.of(new ErrorRecord(
                            "4F0C-91AB",
                            NOW,
                            "b:8080",
                            ErrorIds.Kind.ACTION,
                            "ReportView",
                            "java.lang.IllegalStateException",
                            "broken",
                            "0011",
                            "at org.bihuan",
                            "abc",
                            null,
                            NUMBER.value(),
                            null)));
            var view = new HealthView(health, lookup);
            open(view);

            test(find(TextField.class).single()).setValue("4f0c 91ab");
            test(find(Button.class).withText("Find").single()).click();

            assertThat(text(view)).contains("node b:8080", "Act on a page: ReportView", NUMBER.value(), "broken");
        }

        @Test
        void saysWhenThereIsNoSuchNumber() {
            given(lookup.find("1")).willReturn(Optional.empty());
            var view = new HealthView(health, lookup);
            open(view);

            test(find(TextField.class).single()).setValue("1");
            test(find(Button.class).withText("Find").single()).click();

            assertThat(text(view)).contains("no such number");
        }
    }

    @Nested
    class Jobs {

        @Test
        void sayThatThereIsNothingToDo() {
            String words = open(jobsView());

            assertThat(words).contains("There are no failed jobs");
            assertThat(find(Button.class).withText("Retry all").single().isEnabled())
                    .isFalse();
        }

        @Test
        void tellWhatBecameOfAnotherTry() {
            given(jobs.page(any(), any(), anyInt())).willReturn(List.of(failure()));
            given(jobs.retry("job")).willReturn(true);
            given(jobs.outcome("job")).willReturn(Outcome.FAILED);
            var view = jobsView();
            assertThat(open(view)).contains("SBQ-2026-000123 · 结案", "no answer", "failed 3 times", "4F0C-91AB");

            test(find(Button.class).withText("Retry").single()).click();
            assertThat(text(view)).contains("Queued");

            find(FailureRow.class).single().refresh();
            assertThat(text(view)).contains("Failed again");
        }

        private Failure failure() {
            var job = new FailedJob(
                    "i", "job", "incidentHandling", "事件处置", "closeIncident", "结案", NUMBER.value(), "raw", NOW);
            return new Failure(job, "no answer", 3, "4F0C-91AB");
        }
    }

    @Nested
    class Repairs {

        @Test
        void areProposedWithPlaceStepAndReason() {
            var token = new Token("t1", "closeIncident", "结案", true);
            given(repairs.choice(NUMBER))
                    .willReturn(new RepairService.Choice(List.of(token), List.of(new Step("residentAnswers", "等待评价"))));
            open(jobsView());

            test(find(TextField.class).withCaption("Case number").single()).setValue(NUMBER.value());
            test(find(Button.class).withText("Repair").single()).click();
            test(find(TextArea.class).single()).setValue("模型改过");
            test(find(Button.class).withText("Propose").single()).click();

            then(repairs).should().propose(NUMBER, token, "residentAnswers", "模型改过");
        }

        @Test
        void areNotOfferedWhereTheStatusAllowsNone() {
            given(repairs.choice(NUMBER)).willReturn(new RepairService.Choice(List.of(), List.of()));
            open(jobsView());

            test(find(TextField.class).withCaption("Case number").single()).setValue(NUMBER.value());
            test(find(Button.class).withText("Repair").single()).click();

            assertThat(find(Button.class).withText("Propose").all()).isEmpty();
        }

        @Test
        void areNotOfferedToWhoMayOnlyDecide() {
            given(rights.may(Verb.REPAIR_PROPOSE)).willReturn(false);
            open(jobsView());

            assertThat(find(Button.class).withText("Repair").all()).isEmpty();
        }

        @Test
        void ofSomebodyElseCanBeApproved() {
            given(repairs.page(any(), anyInt())).willReturn(List.of(proposal(8)));
            given(repairs.approve(1)).willReturn(RepairState.APPROVED);
            open(jobsView());

            test(find(Button.class).withText("Approve and carry out").single()).click();

            then(repairs).should().approve(1);
        }

        @Test
        void ofOneselfCanOnlyBeWithdrawn() {
            given(repairs.page(any(), anyInt())).willReturn(List.of(proposal(7)));
            open(jobsView());

            assertThat(find(Button.class).withText("Approve and carry out").all())
                    .isEmpty();
            test(find(Button.class).withText("Withdraw").single()).click();

            then(repairs).should().withdraw(1);
        }

        private Repair proposal(long by) {
            return new Repair(
                    1,
                    0,
                    NUMBER.value(),
                    "incident",
                    "t1",
                    "a",
                    "结案",
                    "b",
                    "等待评价",
                    "模型改过",
                    RepairState.PROPOSED,
                    by,
                    "周",
                    NOW,
                    null,
                    "",
                    null,
                    "");
        }
    }

    private JobsView jobsView() {
        return new JobsView(jobs, repairs, health, user, rights);
    }

    private static String open(Component view) {
        UI.getCurrent().add(view);
        return text(view);
    }

    private static String text(Component view) {
        return view.getElement().getTextRecursively();
    }

    private static SystemHealth.State state(boolean reachable, long free, long failed) {
        return new SystemHealth.State(
                NOW,
                reachable,
                Duration.ofMillis(3),
                0,
                List.of(new SystemHealth.Pool("people", 1, 20, 0)),
                Optional.of(new Figures(
                        NOW,
                        List.of(new Figures.OpenCases("incident", 5)),
                        List.of(new Figures.OpenTasks("incident", 7, 2)),
                        new Backlog(failed, failed == 0 ? null : NOW, null),
                        List.of(new Figures.Waiting("outbox", Duration.ZERO)),
                        new Space(100, free, true, 5),
                        0)),
                true,
                new Space(100, free, true, 5),
                Optional.of(2027),
                "1",
                "abc",
                "a:8080",
                List.of(new Node("a:8080", "1", "abc", NOW, NOW, 0, 1, 1)),
                List.of());
    }
}
