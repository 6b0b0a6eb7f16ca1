package org.bihuan.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.bihuan.IntegrationTest;
import org.bihuan.attachment.PhotoService;
import org.bihuan.attachment.PreparedPhoto;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.casefile.CheckScope;
import org.bihuan.casefile.Findings;
import org.bihuan.casefile.Invariant;
import org.bihuan.engine.TokenMoves;
import org.bihuan.form.InvalidFormException;
import org.bihuan.inbox.DoneStep;
import org.bihuan.inbox.InboxTask;
import org.bihuan.inbox.OpenTasks;
import org.bihuan.inbox.TaskRefusedException;
import org.bihuan.incident.IncidentFixtures.Person;
import org.bihuan.incident.process.IncidentHandlingBpmn.Tasks;
import org.bihuan.incident.process.IncidentProcess;
import org.bihuan.org.Staff;
import org.bihuan.org.StaffService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The family's answers to operations; the operations themselves are played by the same kernel that they use. */
@IntegrationTest
class IncidentTaskRulesTest {

    /** Lists match tasks, one dispatch a round, each change recorded, each record true. */
    private static final Set<Integer> HELD = Set.of(3, 4, 6, 7);

    @Autowired
    IncidentTaskRules rules;

    @Autowired
    IncidentIntake intake;

    @Autowired
    IncidentHandling handling;

    @Autowired
    IncidentVerification verification;

    @Autowired
    IncidentDispatch dispatch;

    @Autowired
    Incidents incidents;

    @Autowired
    IncidentProcess process;

    @Autowired
    OpenTasks open;

    @Autowired
    TokenMoves moves;

    @Autowired
    StaffService staff;

    @Autowired
    PhotoService photos;

    @Autowired
    List<Invariant> invariants;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    IncidentFixtures people;
    Map<String, Long> before;

    @BeforeEach
    void aDistrict() {
        people = IncidentFixtures.create(jdbc, transaction);
        before = found();
    }

    @AfterEach
    void nobody() {
        IncidentFixtures.signOut();
    }

    @Nested
    class Returning {

        @Test
        void fromTheCheckToHandlingIsANewRoundThatWaitsForAcceptance() {
            CaseNumber number = checking();
            int before = version(number);

            goBack(number, Tasks.VERIFY_INCIDENT, Tasks.HANDLE_INCIDENT, null);

            assertThat(state(number).status()).isEqualTo(IncidentStatus.ASSIGNED);
            assertThat(state(number).round()).isEqualTo(2);
            assertThat(version(number)).isEqualTo(before + 1);
            consistent(number);
            people.signIn(people.secondWorker);
            handling.accept(number);
            handling.handled(number, version(number), "再次清理", List.of());
            consistent(number);
        }

        @Test
        void toWhoeverHandledItIsAcceptedAlready() {
            CaseNumber number = checking();

            goBack(number, Tasks.VERIFY_INCIDENT, Tasks.HANDLE_INCIDENT, people.worker);

            assertThat(state(number).status()).isEqualTo(IncidentStatus.IN_PROGRESS);
            assertThat(state(number).handlerId()).isEqualTo(people.worker.id());
            consistent(number);
            people.signIn(people.worker);
            handling.handled(number, version(number), "再次清理", List.of());
            consistent(number);
        }

        @Test
        void fromTheCheckToTheDispatcher() {
            CaseNumber number = checking();

            goBack(number, Tasks.VERIFY_INCIDENT, Tasks.DISPATCH_INCIDENT, null);

            waitsForTheDispatcherAndGoesOn(number);
        }

        @Test
        void fromHandlingToTheDispatcher() {
            CaseNumber number = accepted();

            goBack(number, Tasks.HANDLE_INCIDENT, Tasks.DISPATCH_INCIDENT, null);

            waitsForTheDispatcherAndGoesOn(number);
        }

        @Test
        void isRefusedFromTheDispatcherAndToTheSameStep() {
            CaseNumber waiting = waiting();
            CaseNumber accepted = accepted();

            assertThat(rules.hindersReturn(task(waiting), Tasks.HANDLE_INCIDENT))
                    .contains("task.refused.incident.return");
            assertThat(rules.hindersReturn(task(accepted), Tasks.HANDLE_INCIDENT))
                    .contains("task.refused.incident.return");
            assertThat(rules.hindersReturn(task(accepted), Tasks.DISPATCH_INCIDENT))
                    .isEmpty();
        }

        @Test
        void isRefusedToAPostThatNobodyHolds() {
            CaseNumber number = checking();
            people.change(
                    "update org_staff_post set valid_to = '2021-01-01' where staff_id in (?, ?)",
                    people.worker.id(),
                    people.secondWorker.id());

            assertThat(rules.hindersReturn(task(number), Tasks.HANDLE_INCIDENT))
                    .contains("task.refused.incident.return.nobody");
            assertThat(rules.hindersReturn(task(number), Tasks.DISPATCH_INCIDENT))
                    .isEmpty();
        }
    }

    @Nested
    class TakingBack {

        @Test
        void aDispatchPutsItBackBeforeTheDispatcher() {
            CaseNumber number = dispatched();

            takeBack(number, Tasks.DISPATCH_INCIDENT, Tasks.HANDLE_INCIDENT, people.dispatcher);

            assertThat(state(number).status()).isEqualTo(IncidentStatus.DISPATCHING);
            consistent(number);
            people.signIn(people.dispatcher);
            dispatch.dispatch(number, version(number), people.department, people.category, "");
            assertThat(state(number).round()).isEqualTo(2);
            consistent(number);
        }

        @Test
        void aResultLetsItsHandlerGoOn() {
            CaseNumber number = handled();

            takeBack(number, Tasks.HANDLE_INCIDENT, Tasks.VERIFY_INCIDENT, people.worker);

            inProgressOfTheWorker(number);
        }

        @Test
        void whatWasHandedUpComesBackToItsPost() {
            CaseNumber number = accepted();
            handling.handUp(number, version(number), HandUpReason.CANNOT_SOLVE, "要执法");

            takeBack(number, Tasks.HANDLE_INCIDENT, Tasks.DISPATCH_INCIDENT, people.worker);

            inProgressOfTheWorker(number);
        }

        @Test
        void whatWasSentBackIsCheckedByNobodyWhoHandledIt() {
            CaseNumber number = checking();
            verification.sendBack(number, version(number), "还有垃圾");

            takeBack(number, Tasks.VERIFY_INCIDENT, Tasks.HANDLE_INCIDENT, people.checker);

            assertThat(state(number).status()).isEqualTo(IncidentStatus.VERIFYING);
            assertThat(state(number).handlerId()).isEqualTo(people.worker.id());
            consistent(number);
            people.signIn(people.checker);
            verification.pass(number, version(number), "属实");
            consistent(number);
        }

        @Test
        void isRefusedWhenTheResidentHasBeenAsked() {
            CaseNumber number = checking();
            verification.pass(number, version(number), "属实");

            assertThat(rules.hindersTakingBack(number, step(number, Tasks.VERIFY_INCIDENT)))
                    .contains("task.refused.incident.takeBack.passed");
        }

        @Test
        void isRefusedWhenItHasGoneOn() {
            CaseNumber number = dispatched();
            DoneStep step = step(number, Tasks.DISPATCH_INCIDENT);
            people.signIn(people.worker);
            handling.accept(number);

            assertThat(rules.hindersTakingBack(number, step)).contains("task.refused.incident.takeBack.moved");
        }

        private void inProgressOfTheWorker(CaseNumber number) {
            assertThat(state(number).status()).isEqualTo(IncidentStatus.IN_PROGRESS);
            assertThat(state(number).handlerId()).isEqualTo(people.worker.id());
            assertThat(state(number).round()).isOne();
            consistent(number);
            people.signIn(people.worker);
            handling.handled(number, version(number), "补做完毕", List.of());
            consistent(number);
        }
    }

    @Nested
    class Revoking {

        @Test
        void isForWhoeverReportedItUntilSomebodyAccepts() {
            people.signIn(people.checker);
            CaseNumber number = intake.report(people.report()).caseNumber();
            assertThat(rules.hindersRevoking(number)).isEmpty();

            people.signIn(people.worker);
            assertThat(rules.hindersRevoking(number)).contains("task.refused.incident.revoke.other");
            handling.accept(number);
            people.signIn(people.checker);
            assertThat(rules.hindersRevoking(number)).contains("task.refused.incident.revoke.status");
        }

        @Test
        void isNeverForStaffWhereAResidentReported() {
            CaseNumber number = intake.report(people.report()).caseNumber();

            people.signIn(people.worker);

            assertThat(rules.hindersRevoking(number)).contains("task.refused.incident.revoke.other");
        }

        @Test
        void endsItAsInvalid() {
            people.signIn(people.checker);
            CaseNumber number = intake.report(people.report()).caseNumber();

            transaction.executeWithoutResult(status -> {
                process.dismissed(number);
                rules.revoked(number, "报错了");
            });

            assertThat(state(number).status()).isEqualTo(IncidentStatus.INVALID);
            assertThat(people.count(
                            "select count(*) from case_file where number = ? and closed_at is not null",
                            number.value()))
                    .isOne();
            consistent(number);
        }
    }

    @Nested
    class Handing {

        private Person neighbour;

        @BeforeEach
        void somebodyInTheOtherGrid() {
            neighbour = people.appoint("邻居", people.vacantGrid);
        }

        @Test
        void handlingMayGoToGridWorkersOfTheSameCommunity() {
            CaseNumber number = accepted();

            assertThat(rules.furtherReceivers(task(number)))
                    .extracting(Staff::id)
                    .containsExactly(neighbour.id());
        }

        @Test
        void aCheckGoesToNobodyElse() {
            assertThat(rules.furtherReceivers(task(checking()))).isEmpty();
        }

        @Test
        void toAColleagueChangesTheHandler() {
            CaseNumber number = accepted();
            int before = version(number);

            hand(number, people.secondWorker);

            assertThat(state(number).handlerId()).isEqualTo(people.secondWorker.id());
            assertThat(state(number).round()).isOne();
            assertThat(version(number)).isEqualTo(before + 1);
            consistent(number);
            goesOnBy(number, people.secondWorker);
        }

        @Test
        void toANeighbourIsAnotherRoundAtTheirPost() {
            CaseNumber number = accepted();
            long place = state(number).unitId();

            hand(number, neighbour);

            assertThat(state(number).round()).isEqualTo(2);
            assertThat(state(number).unitId()).isEqualTo(place);
            consistent(number);
            goesOnBy(number, neighbour);
            // What is sent back goes to the post that had it last.
            people.signIn(people.checker);
            verification.take(number);
            verification.sendBack(number, version(number), "还有垃圾");
            goesOnAfterAccepting(number, neighbour);
        }

        @Test
        void toldTwiceChangesNothing() {
            CaseNumber number = accepted();
            hand(number, people.secondWorker);
            int once = version(number);

            transaction.executeWithoutResult(status -> rules.handedTo(
                    task(number), staff.find(people.secondWorker.id()).orElseThrow()));

            assertThat(version(number)).isEqualTo(once);
        }

        @Test
        void somebodyWithoutSuchAPostIsRefused() {
            CaseNumber number = accepted();

            assertThatThrownBy(() -> hand(number, people.checker))
                    .isInstanceOf(TaskRefusedException.class)
                    .hasMessage("task.refused.incident.receiver");
        }

        @Test
        void aCheckIsNotGivenToWhoeverHandledIt() {
            CaseNumber number = checking();

            assertThatThrownBy(() -> hand(number, people.worker))
                    .isInstanceOf(TaskRefusedException.class)
                    .hasMessage("task.refused.incident.ownWork");
        }

        private void hand(CaseNumber number, Person receiver) {
            transaction.executeWithoutResult(status -> {
                InboxTask task = open.lock(task(number).taskId());
                open.hand(task, receiver.id(), null);
                rules.handedTo(task, staff.find(receiver.id()).orElseThrow());
            });
        }

        private void goesOnAfterAccepting(CaseNumber number, Person person) {
            people.signIn(person);
            handling.accept(number);
            goesOnBy(number, person);
        }

        private void goesOnBy(CaseNumber number, Person person) {
            people.signIn(person);
            handling.handled(number, version(number), "已清理", List.of());
            assertThat(state(number).status()).isEqualTo(IncidentStatus.VERIFYING);
            consistent(number);
        }
    }

    @Nested
    class Completing {

        @Test
        void handlesAsTheFormWould() {
            CaseNumber number = accepted();

            complete(number, Map.of("outcome", "handled", "note", "已清理"));

            assertThat(state(number).status()).isEqualTo(IncidentStatus.VERIFYING);
        }

        @Test
        void handsUpAsTheFormWould() {
            CaseNumber number = accepted();

            complete(number, Map.of("outcome", "handedUp", "handUpReason", "cannotSolve", "handUpNote", "要执法"));

            assertThat(state(number).status()).isEqualTo(IncidentStatus.DISPATCHING);
        }

        @Test
        void sendsBackAsTheFormWould() {
            CaseNumber number = checking();

            complete(number, Map.of("passed", "false", "returnReason", "还有垃圾"));

            assertThat(state(number).status()).isEqualTo(IncidentStatus.ASSIGNED);
        }

        @Test
        void refusesWhatTheFormWouldRefuse() {
            CaseNumber number = accepted();

            assertThatThrownBy(() -> complete(number, Map.of("outcome", "handedUp")))
                    .isInstanceOf(InvalidFormException.class);
            assertThatThrownBy(() -> complete(number, Map.of())).isInstanceOf(InvalidFormException.class);
        }

        @Test
        void aDispatchHasToBeOpened() {
            CaseNumber number = waiting();
            people.signIn(people.dispatcher);
            dispatch.take(number);

            assertThatThrownBy(() -> complete(number, Map.of("note", "")))
                    .isInstanceOf(TaskRefusedException.class)
                    .hasMessage("task.refused.incident.dispatch");
        }

        @Test
        void aCheckPassesInOneGoWhereAPhotoShowsTheResult() throws IOException {
            CaseNumber number = accepted();
            handling.handled(number, version(number), "已清理", List.of(photo()));
            people.signIn(people.checker);
            verification.take(number);

            Map<String, Object> answers = rules.bulkAnswers(task(number)).orElseThrow();
            complete(number, answers);

            assertThat(answers).isEqualTo(Map.of("passed", "true", "opinion", "属实"));
            assertThat(state(number).status()).isEqualTo(IncidentStatus.RATING);
            consistent(number);
        }

        @Test
        void nothingElsePassesInOneGo() {
            CaseNumber withoutPhoto = checking();
            assertThat(rules.bulkAnswers(task(withoutPhoto))).isEmpty();
            CaseNumber accepted = accepted();
            assertThat(rules.bulkAnswers(task(accepted))).isEmpty();
        }

        private void complete(CaseNumber number, Map<String, Object> answers) {
            transaction.executeWithoutResult(status -> rules.complete(task(number), answers));
        }

        private PreparedPhoto photo() throws IOException {
            var jpeg = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "jpeg", jpeg);
            return photos.prepare("after.jpg", new ByteArrayInputStream(jpeg.toByteArray()));
        }
    }

    private void waitsForTheDispatcherAndGoesOn(CaseNumber number) {
        assertThat(state(number).status()).isEqualTo(IncidentStatus.DISPATCHING);
        assertThat(state(number).handlerId()).isNull();
        consistent(number);
        people.signIn(people.dispatcher);
        dispatch.take(number);
        dispatch.dispatch(number, version(number), people.grid, people.category, "");
        assertThat(state(number).round()).isEqualTo(2);
        consistent(number);
    }

    /** As an operation does: the rules say that nothing hinders, the process goes back, the rules follow. */
    private void goBack(CaseNumber number, String from, String to, @Nullable Person holder) {
        transaction.executeWithoutResult(status -> {
            InboxTask task = task(number);
            assertThat(task.taskKey()).isEqualTo(from);
            assertThat(rules.hindersReturn(task, to)).isEmpty();
            move(number, to, holder);
            rules.returned(task, to);
        });
    }

    private void takeBack(CaseNumber number, String key, String from, Person person) {
        people.signIn(person);
        transaction.executeWithoutResult(status -> {
            assertThat(task(number).taskKey()).isEqualTo(from);
            DoneStep step = step(number, key);
            assertThat(rules.hindersTakingBack(number, step)).isEmpty();
            move(number, key, person);
            rules.takenBack(number, step);
        });
    }

    private void move(CaseNumber number, String to, @Nullable Person holder) {
        TokenMoves.Token token = moves.standing(number).getFirst();
        moves.move(number, token.id(), token.element(), to);
        if (holder != null) {
            open.hand(task(number), holder.id(), null);
        }
    }

    private DoneStep step(CaseNumber number, String key) {
        return transaction.execute(status -> open.doneSteps(number).stream()
                .filter(step -> step.taskKey().equals(key))
                .reduce((first, second) -> second)
                .orElseThrow());
    }

    private InboxTask task(CaseNumber number) {
        return transaction.execute(status -> open.ofCase(number).getFirst());
    }

    private Incident.State state(CaseNumber number) {
        return incidents.find(number).state();
    }

    private int version(CaseNumber number) {
        return incidents.find(number).version();
    }

    private CaseNumber waiting() {
        return intake.report(people.reportByName()).caseNumber();
    }

    private CaseNumber dispatched() {
        CaseNumber number = waiting();
        people.signIn(people.dispatcher);
        dispatch.take(number);
        dispatch.dispatch(number, version(number), people.grid, people.category, "");
        return number;
    }

    private CaseNumber accepted() {
        CaseNumber number = intake.report(people.report()).caseNumber();
        people.signIn(people.worker);
        handling.accept(number);
        return number;
    }

    private CaseNumber handled() {
        CaseNumber number = accepted();
        handling.handled(number, version(number), "已清理", List.of());
        return number;
    }

    private CaseNumber checking() {
        CaseNumber number = handled();
        people.signIn(people.checker);
        verification.take(number);
        return number;
    }

    /** Nothing is found more than before; other tests may have left half a case behind. */
    private void consistent(CaseNumber number) {
        assertThat(found()).as(number.value()).isEqualTo(before);
    }

    private Map<String, Long> found() {
        var scope = new CheckScope(incidents.now(), List.of(), List.of(), 0);
        return invariants.stream()
                .filter(invariant -> HELD.contains(invariant.meaning().number()))
                .collect(Collectors.toMap(invariant -> invariant.meaning().english(), invariant -> {
                    var findings = new Findings();
                    invariant.check(scope, findings);
                    return findings.count();
                }));
    }
}
