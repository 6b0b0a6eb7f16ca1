package org.bihuan.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bihuan.IntegrationTest;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.casefile.CheckScope;
import org.bihuan.casefile.Findings;
import org.bihuan.casefile.Invariant;
import org.bihuan.inbox.InboxService;
import org.bihuan.inbox.TaskRefusedException;
import org.bihuan.incident.process.IncidentHandlingBpmn.Tasks;
import org.bihuan.task.Returning;
import org.bihuan.task.Revoking;
import org.bihuan.task.TakingBack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Operations as people do them, with incidents: what the family allows goes on to the end, and the record is true. */
@IntegrationTest
class IncidentOperationsTest {

    private static final Set<Integer> HELD = Set.of(3, 4, 6, 7);

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
    InboxService inbox;

    @Autowired
    Returning returning;

    @Autowired
    TakingBack takingBack;

    @Autowired
    Revoking revoking;

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
        assertThat(found()).isEqualTo(before);
    }

    @Test
    void aCheckReturnedGoesToWhoeverHandledItAndForwardAgain() {
        CaseNumber number = checking();

        returning.toPrevious(taskId(number, Tasks.VERIFY_INCIDENT), "照片不清楚");

        assertThat(incidents.find(number).status()).isEqualTo(IncidentStatus.IN_PROGRESS);
        people.signIn(people.worker);
        handling.handled(number, version(number), "重拍", List.of());
        people.signIn(people.checker);
        verification.take(number);
        verification.pass(number, version(number), "属实");
    }

    @Test
    void handlingReturnedGoesToTheDispatcher() {
        CaseNumber number = dispatched();
        people.signIn(people.worker);
        handling.accept(number);

        returning.to(taskId(number, Tasks.HANDLE_INCIDENT), Tasks.DISPATCH_INCIDENT, "不属本网格");

        assertThat(incidents.find(number).status()).isEqualTo(IncidentStatus.DISPATCHING);
        people.signIn(people.dispatcher);
        dispatch.dispatch(number, version(number), people.department, people.category, "");
    }

    @Test
    void aDispatchIsTakenBackUntilSomebodyAccepts() {
        CaseNumber number = dispatched();

        takingBack.takeBack(number, takingBack.mine(number).getFirst().id(), "派错了");

        assertThat(incidents.find(number).status()).isEqualTo(IncidentStatus.DISPATCHING);
        dispatch.dispatch(number, version(number), people.grid, people.category, "");
        people.signIn(people.worker);
        handling.accept(number);
        people.signIn(people.dispatcher);
        assertThat(takingBack.mine(number)).isEmpty();
    }

    @Test
    void aResultIsTakenBack() {
        CaseNumber number = accepted();
        handling.handled(number, version(number), "已清理", List.of());

        takingBack.takeBack(number, takingBack.mine(number).getFirst().id(), "照片传错");

        assertThat(incidents.find(number).state().handlerId()).isEqualTo(people.worker.id());
        handling.handled(number, version(number), "重新上传", List.of());
    }

    @Test
    void aPassedCheckIsNotTakenBack() {
        CaseNumber number = checking();
        verification.pass(number, version(number), "属实");

        assertThat(takingBack.mine(number)).isEmpty();
    }

    @Test
    void anOwnReportIsCancelledBeforeSomebodyAccepts() {
        people.signIn(people.checker);
        CaseNumber number = intake.report(people.report()).caseNumber();
        CaseNumber late = intake.report(people.report()).caseNumber();
        people.signIn(people.worker);
        handling.accept(late);
        people.signIn(people.checker);

        revoking.revoke(number, "重复上报");

        assertThat(incidents.find(number).status()).isEqualTo(IncidentStatus.INVALID);
        assertThat(inbox.tasks(number)).isEmpty();
        assertThatThrownBy(() -> revoking.revoke(late, "重复上报")).isInstanceOf(TaskRefusedException.class);
    }

    private CaseNumber dispatched() {
        CaseNumber number = intake.report(people.reportByName()).caseNumber();
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

    private CaseNumber checking() {
        CaseNumber number = accepted();
        handling.handled(number, version(number), "已清理", List.of());
        people.signIn(people.checker);
        verification.take(number);
        return number;
    }

    private int version(CaseNumber number) {
        return incidents.find(number).version();
    }

    private String taskId(CaseNumber number, String key) {
        return inbox.task(number, key).orElseThrow().taskId();
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
