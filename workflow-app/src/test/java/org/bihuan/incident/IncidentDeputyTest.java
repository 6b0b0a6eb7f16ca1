package org.bihuan.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.bihuan.IntegrationTest;
import org.bihuan.audit.AuditLog;
import org.bihuan.casefile.Actor;
import org.bihuan.casefile.CaseNotFoundException;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.inbox.ClaimRefusedException;
import org.bihuan.incident.IncidentFixtures.Person;
import org.bihuan.org.Deputies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Deputies may what the absent may, and nobody judges his own work through one. */
@IntegrationTest
class IncidentDeputyTest {

    @Autowired
    IncidentIntake intake;

    @Autowired
    IncidentHandling handling;

    @Autowired
    IncidentVerification verification;

    @Autowired
    IncidentDispatch dispatch;

    @Autowired
    IncidentLookup lookup;

    @Autowired
    Deputies deputies;

    @Autowired
    AuditLog audit;

    @Autowired
    Clock clock;

    IncidentFixtures people;
    CaseNumber number;

    @BeforeEach
    void anIncident(@Autowired JdbcTemplate jdbc, @Autowired TransactionTemplate transaction) {
        people = IncidentFixtures.create(jdbc, transaction);
        number = intake.report(people.report()).caseNumber();
    }

    @AfterEach
    void nobody() {
        IncidentFixtures.signOut();
    }

    @Test
    void seesAndDoesWhatTheAbsentPersonMayInHisPlace() {
        people.signIn(people.stranger);
        assertThatThrownBy(() -> lookup.details(number)).isInstanceOf(CaseNotFoundException.class);
        deputy(people.worker, people.stranger, "incident");

        people.signIn(people.stranger);
        assertThat(lookup.list(IncidentFilter.ALL, null, 25)).hasSize(1);
        handling.accept(number);
        handling.handled(number, version(), "已清理完毕", List.of());

        assertThat(audit.entries(number))
                .filteredOn(entry -> entry.actor().kind() == Actor.Kind.STAFF)
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry.actor())
                        .isEqualTo(Actor.staff(people.stranger.id(), people.stranger.name())
                                .actingFor(people.worker.id(), people.worker.name())));
    }

    @Test
    void maySeeNothingOfOtherFamilies() {
        deputy(people.worker, people.stranger, "memo");

        people.signIn(people.stranger);
        assertThatThrownBy(() -> lookup.details(number)).isInstanceOf(CaseNotFoundException.class);
        assertThat(lookup.list(IncidentFilter.ALL, null, 25)).isEmpty();
    }

    @Test
    void isNamedWithTheAbsentPersonWhereNoTaskIsTakenToo() {
        deputy(people.dispatcher, people.stranger, "incident");

        people.signIn(people.stranger);
        dispatch.invalidate(number, version(), "不是事件,请重新上报");

        people.signIn(people.dispatcher);
        assertThat(audit.entries(number).getLast().actor().forName()).isEqualTo(people.dispatcher.name());
    }

    @Test
    void goesOnWithWhatTheAbsentPersonHadAccepted() {
        people.signIn(people.worker);
        handling.accept(number);
        deputy(people.worker, people.stranger, "incident");

        people.signIn(people.stranger);
        handling.accept(number);
        handling.handled(number, version(), "已清理完毕", List.of());

        assertThat(lookup.details(number).incident().state().handlerId()).isEqualTo(people.stranger.id());
    }

    @Test
    void doesNotCheckTheWorkOfTheOneWhoChoseHim() {
        handle(people.worker);
        deputy(people.worker, people.checker, "incident");

        people.signIn(people.checker);
        assertThatThrownBy(() -> verification.take(number)).isInstanceOf(ClaimRefusedException.class);
    }

    @Test
    void doesNotCheckTheOwnWorkInThePlaceOfTheChecker() {
        handle(people.worker);
        deputy(people.checker, people.worker, "incident");

        people.signIn(people.worker);
        assertThatThrownBy(() -> verification.take(number)).isInstanceOf(ClaimRefusedException.class);
    }

    @Test
    void nobodyChecksWhatADeputyDidInHisPlace() {
        people.change(
                "insert into org_staff_post (staff_id, post_id, valid_from) select ?, id, '2020-01-01' from org_post"
                        + " where unit_id = ? and role = 'COMMUNITY_STAFF'",
                people.worker.id(),
                people.community);
        deputy(people.worker, people.stranger, "incident");
        handle(people.stranger);
        people.change("update org_deputy set ended_at = utc_timestamp() where absent_id = ?", people.worker.id());

        people.signIn(people.worker);
        assertThatThrownBy(() -> verification.take(number)).isInstanceOf(ClaimRefusedException.class);
        people.signIn(people.checker);
        verification.take(number);
    }

    @Test
    void checksInThePlaceOfTheCheckerWhatOthersDid() {
        handle(people.worker);
        deputy(people.checker, people.stranger, "incident");

        people.signIn(people.stranger);
        verification.take(number);
        verification.pass(number, version(), "已核实");

        assertThat(audit.entries(number).getLast().actor().forStaffId()).isEqualTo(people.checker.id());
    }

    private void handle(Person person) {
        people.signIn(person);
        handling.accept(number);
        handling.handled(number, version(), "已清理完毕", List.of());
    }

    private void deputy(Person absent, Person deputy, String family) {
        LocalDate today = LocalDate.now(clock.withZone(ZoneId.of("Asia/Shanghai")));
        people.signIn(absent);
        deputies.appoint(List.of(deputy.id()), Set.of(family), today, today, "年休假");
    }

    private int version() {
        return (int) people.count("select version from incident where case_number = ?", number.value());
    }
}
