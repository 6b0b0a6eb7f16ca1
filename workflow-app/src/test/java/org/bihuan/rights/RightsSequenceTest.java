package org.bihuan.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bihuan.HttpSession;
import org.bihuan.WebTest;
import org.bihuan.inbox.ClaimRefusedException;
import org.bihuan.inbox.NotYourTaskException;
import org.bihuan.incident.IncidentHandling;
import org.bihuan.incident.IncidentVerification;
import org.bihuan.org.RefusedException;
import org.bihuan.org.Role;
import org.bihuan.org.StaffAdministration;
import org.bihuan.rights.District.Person;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.access.AccessDeniedException;

/** Rights in the course of time: withdrawn, passed on, excluded by another right, in the own matter. */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsSequenceTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Autowired
    ApplicationContext program;

    @LocalServerPort
    int port;

    District district;
    ServiceAttempts services;

    @BeforeAll
    void people() {
        district = new District(program);
        services = new ServiceAttempts(program, district);
    }

    /** One request may ask often; the post ends between two questions of one and the same sign-in. */
    @TestFactory
    Stream<DynamicTest> aRightWithdrawnStopsWithinTheSameRequest() throws IOException {
        RightsMatrix matrix = RightsMatrix.read();
        var tests = new ArrayList<DynamicTest>();
        for (String door : services.names()) {
            firstWhoLosesIt(matrix, door)
                    .ifPresent(person ->
                            tests.add(dynamicTest(door + " for " + person.name(), () -> withdrawn(door, person))));
        }
        assertThat(tests).hasSizeGreaterThanOrEqualTo(50);
        return tests.stream();
    }

    private java.util.Optional<Person> firstWhoLosesIt(RightsMatrix matrix, String door) {
        return district.people.stream()
                .filter(person -> person.postId() != null && person.relation() != Relation.FORMER_UNIT)
                .filter(person -> matrix.get(door, person) != Seen.NOTHING)
                .filter(person -> matrix.get(door, district.find(person.name(), Relation.FORMER_UNIT)) == Seen.NOTHING)
                .findFirst();
    }

    private void withdrawn(String door, Person person) {
        District.as(person, () -> {
            assertThat(services.seen(door, person)).isNotEqualTo(Seen.NOTHING);
            district.endPost(person);
            try {
                assertThat(services.seen(door, person)).isEqualTo(Seen.NOTHING);
            } finally {
                district.beginPost(person);
            }
        });
    }

    @Test
    void aSignedInSessionLosesPagesWithThePost() {
        Person dispatcher = district.find("DISPATCHER", Relation.CHILD);
        HttpSession session = new HttpSession(port).signIn(dispatcher.username(), District.PASSWORD);
        String page = "incidents/" + district.waiting.caseNumber();
        assertThat(session.page(page)).contains("楼下垃圾成堆");

        district.endPost(dispatcher);

        assertThat(session.page(page)).doesNotContain("楼下垃圾成堆").contains("没有这个页面");
        district.beginPost(dispatcher);
    }

    @Test
    void whoTookATaskDoesNotGoOnAfterThePostHasEnded() {
        var handling = program.getBean(IncidentHandling.class);
        var number = district.handling.caseNumber();
        District.as(district.official, () -> {
            handling.accept(number);
            district.endPost(district.official);
            assertThatThrownBy(() -> handling.handled(number, district.version(number), "已清理完毕", List.of()))
                    .isInstanceOfAny(NotYourTaskException.class, AccessDeniedException.class);
            district.beginPost(district.official);
            program.getBean(org.bihuan.inbox.InboxService.class)
                    .release(program.getBean(org.springframework.jdbc.core.JdbcTemplate.class)
                            .queryForObject(
                                    "select task_id from inbox_item where case_number = ?",
                                    String.class,
                                    number.value()));
        });
    }

    @Nested
    class OwnWork {

        @Test
        void isNotCheckedByItsHandlerHoweverTheTaskCame() {
            Person checker = district.find("COMMUNITY_STAFF", Relation.OWN_UNIT);
            var number = district.verifying.caseNumber();
            var verification = program.getBean(IncidentVerification.class);
            District.as(checker, () -> verification.take(number));
            district.change(
                    "update incident set handler_id = ? where case_number = ?", checker.staffId(), number.value());

            District.as(checker, () -> {
                assertThatThrownBy(() -> verification.pass(number, district.version(number), "很好"))
                        .isInstanceOf(org.bihuan.casefile.CaseNotFoundException.class);
                assertThatThrownBy(() -> verification.sendBack(number, district.version(number), "不好不好"))
                        .isInstanceOf(org.bihuan.casefile.CaseNotFoundException.class);
                district.change("update inbox_item set assignee_id = null where case_number = ?", number.value());
                assertThatThrownBy(() -> verification.take(number)).isInstanceOf(ClaimRefusedException.class);
            });
            district.change(
                    "update incident set handler_id = ? where case_number = ?",
                    district.official.staffId(),
                    number.value());
        }

        @Test
        void isTheOwnAccountForItsAdministrator() {
            Person administrator = district.find("SECURITY_ADMINISTRATOR", Relation.OWN_UNIT);
            long self = administrator.staffId();
            var administration = program.getBean(StaffAdministration.class);

            District.as(administrator, () -> {
                for (Runnable act : List.<Runnable>of(
                        () -> administration.appoint(self, district.department, Role.SECURITY_ADMINISTRATOR, TODAY),
                        () -> administration.dismiss(self, administrator.postId(), TODAY),
                        () -> administration.resetPassword(self),
                        () -> administration.unlock(self),
                        () -> administration.enable(self),
                        () -> administration.disable(self),
                        () -> administration.describe(self, "别名", null, null))) {
                    assertThatThrownBy(act::run).isInstanceOf(AccessDeniedException.class);
                }
            });
        }
    }

    @Nested
    class Duties {

        @ParameterizedTest
        @CsvSource({
            "SYSTEM_ADMINISTRATOR, SECURITY_ADMINISTRATOR",
            "SYSTEM_ADMINISTRATOR, AUDITOR",
            "SYSTEM_ADMINISTRATOR, GRID_WORKER",
            "SECURITY_ADMINISTRATOR, SYSTEM_ADMINISTRATOR",
            "SECURITY_ADMINISTRATOR, AUDITOR",
            "SECURITY_ADMINISTRATOR, DISPATCHER",
            "AUDITOR, SYSTEM_ADMINISTRATOR",
            "AUDITOR, SECURITY_ADMINISTRATOR",
            "AUDITOR, LEADER",
            "GRID_WORKER, SYSTEM_ADMINISTRATOR",
            "GRID_WORKER, SECURITY_ADMINISTRATOR",
            "GRID_WORKER, AUDITOR"
        })
        void excludeEachOtherByTheServiceAndByTheDatabase(Role held, Role wanted) {
            Person person = district.find(held.name(), Relation.SIBLING);
            Person other = district.find(wanted.name(), Relation.SIBLING);
            Person administrator = district.find("SECURITY_ADMINISTRATOR", Relation.OWN_UNIT);

            District.as(
                    administrator,
                    () -> assertThatThrownBy(() -> program.getBean(StaffAdministration.class)
                                    .appoint(person.staffId(), other.unitId(), wanted, TODAY))
                            .isInstanceOfSatisfying(
                                    RefusedException.class,
                                    e -> assertThat(e.reason()).isEqualTo(RefusedException.Reason.OTHER_DUTY)));
            for (String duty : List.of(held.duty().name(), wanted.duty().name())) {
                assertThatThrownBy(() -> district.change(
                                "insert into org_staff_post (staff_id, post_id, valid_from, duty)"
                                        + " values (?, ?, '2020-01-01', ?)",
                                person.staffId(),
                                other.postId(),
                                duty))
                        .isInstanceOf(DataIntegrityViolationException.class);
            }
        }

        @Test
        void doNotChangeOnceAPostWasHeld() {
            Person former = district.find("GRID_WORKER", Relation.FORMER_UNIT);

            assertThatThrownBy(() ->
                            district.change("update org_staff set duty = 'SYSTEM' where id = ?", former.staffId()))
                    .isInstanceOf(DataIntegrityViolationException.class);
        }

        @Test
        void belongToTheRoleOfAPost() {
            assertThatThrownBy(() -> district.change(
                            "insert into org_post (unit_id, role, duty) values (?, 'AUDITOR', 'WORK')",
                            district.department))
                    .isInstanceOf(org.springframework.dao.DataAccessException.class);
        }
    }
}
