package org.bihuan.org;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.bihuan.org.OrgFixtures.signIn;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bihuan.IntegrationTest;
import org.bihuan.org.NewStaff.Appointment;
import org.bihuan.org.RefusedException.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.annotation.Transactional;

@IntegrationTest
@Transactional
class StaffAdministrationTest {

    @Autowired
    StaffAdministration administration;

    @Autowired
    StaffService staff;

    @Autowired
    OrgImport units;

    @Autowired
    OrgService orgs;

    @Autowired
    CurrentUser currentUser;

    @Autowired
    SignInRecords records;

    @Autowired
    PasswordEncoder passwords;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Clock clock;

    LocalDate today;

    OrgUnit street;

    OrgUnit grid;

    @BeforeEach
    void district() {
        OrgFixtures.signInAsAdministrator();
        today = OrgService.today(clock);
        units.load("units.csv", OrgFixtures.utf8(OrgFixtures.district()));
        units.load("grids.csv", OrgFixtures.utf8(OrgFixtures.grids()));
        street = orgs.findByCode("990203005000").orElseThrow();
        grid = orgs.findByCode("990203005001001").orElseThrow();
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Nested
    class Create {

        @Test
        void givesAPasswordThatIsShownOnceAndMustBeChanged() {
            var created = administration.create(new NewStaff("rare.name", "𠮷㐂", "13812345678", List.of()));

            StaffPrincipal account = records.principal("RARE.Name").orElseThrow();
            assertThat(account.staffId()).isEqualTo(created.staffId());
            assertThat(account.mustChangePassword()).isTrue();
            assertThat(created.initialPassword()).matches("[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}");
            assertThat(passwords.matches(created.initialPassword(), account.getPassword()))
                    .isTrue();
            assertThat(PasswordPolicy.objection(created.initialPassword(), "rare.name"))
                    .isEmpty();
        }

        @Test
        void refusesATakenUserNameWhateverItsCase() {
            person("doubled");

            assertRefused(() -> person("Doubled"), Reason.USERNAME_TAKEN);
        }

        @Test
        void refusesUnfitNames() {
            assertRefused(() -> person("a b"), Reason.BAD_USERNAME);
            assertRefused(
                    () -> administration.create(new NewStaff("nameless", " ", null, List.of())), Reason.BAD_STAFF_NAME);
        }

        @Test
        void opensManyAccountsAtOnce() {
            List<NewStaff> people = IntStream.range(0, 1200)
                    .mapToObj(i -> new NewStaff(
                            "many" + i,
                            "网格员" + i,
                            null,
                            List.of(
                                    new Appointment(grid.id(), Role.GRID_WORKER, today),
                                    new Appointment(street.id(), Role.STREET_CLERK, today.plusDays(1)))))
                    .toList();

            administration.createAll(people, "{noop}shared", false);

            long post = staff.post(grid.id(), Role.GRID_WORKER).orElseThrow().id();
            assertThat(staff.holders(post)).hasSize(1200);
            assertThat(staff.holders(staff.post(street.id(), Role.STREET_CLERK)
                            .orElseThrow()
                            .id()))
                    .isEmpty();
        }
    }

    @Nested
    class Posts {

        @Test
        void areHeldFromTheirFirstDayUntilTheDayBeforeTheirEnd() {
            long id = person("dated");
            administration.appoint(id, grid.id(), Role.GRID_WORKER, today.minusDays(10));
            administration.dismiss(id, post(grid, Role.GRID_WORKER), today);
            administration.appoint(id, street.id(), Role.STREET_CLERK, today.plusDays(1));
            administration.appoint(id, street.id(), Role.LEADER, today);
            signIn(id);

            assertThat(currentUser.posts())
                    .extracting(Post::role, Post::unitId)
                    .containsExactly(tuple(Role.LEADER, street.id()));
            assertThat(currentUser.formerPosts())
                    .extracting(Post::role, Post::unitId)
                    .containsExactly(tuple(Role.GRID_WORKER, grid.id()));
        }

        @Test
        void endAtOnceWhenTheAccountIsShut() {
            long id = person("shut");
            administration.appoint(id, grid.id(), Role.GRID_WORKER, today);

            administration.disable(id);

            assertThat(staff.postsOf(id)).isEmpty();
            assertThat(staff.holders(post(grid, Role.GRID_WORKER))).isEmpty();
            administration.enable(id);
            assertThat(staff.postsOf(id)).hasSize(1);
        }

        @Test
        void areNotGivenTwice() {
            long id = person("twice");
            administration.appoint(id, grid.id(), Role.GRID_WORKER, today);

            assertRefused(
                    () -> administration.appoint(id, grid.id(), Role.GRID_WORKER, today.plusDays(3)),
                    Reason.ALREADY_HELD);
        }

        @Test
        void canBeGivenAgainOnTheSameDay() {
            long id = person("again");
            administration.appoint(id, grid.id(), Role.GRID_WORKER, today);
            administration.dismiss(id, post(grid, Role.GRID_WORKER), today);
            assertThat(staff.postsOf(id)).isEmpty();

            administration.appoint(id, grid.id(), Role.GRID_WORKER, today);

            assertThat(staff.postsOf(id)).hasSize(1);
        }

        @Test
        void areTakenOnlyFromWhoHoldsThem() {
            long id = person("without");
            long other = person("with");
            administration.appoint(other, grid.id(), Role.GRID_WORKER, today);

            assertRefused(() -> administration.dismiss(id, post(grid, Role.GRID_WORKER), today), Reason.NOT_HELD);
        }

        @Test
        void leadUpwardsToTheNearestThatSomebodyHolds() {
            administration.appoint(person("near"), street.id(), Role.GRID_WORKER, today);
            long leaving = person("leaving");
            administration.appoint(leaving, grid.id(), Role.GRID_WORKER, today.minusDays(1));
            assertThat(staff.nearestHeld(grid, Role.GRID_WORKER))
                    .map(Post::unitId)
                    .contains(grid.id());

            administration.dismiss(leaving, post(grid, Role.GRID_WORKER), today);

            assertThat(staff.nearestHeld(grid, Role.GRID_WORKER))
                    .map(Post::unitId)
                    .contains(street.id());
            assertThat(staff.nearestHeld(grid, Role.COMMITTEE_CHAIR)).isEmpty();
        }
    }

    @Nested
    class LastAdministrator {

        long last;

        @BeforeEach
        void onlyOne() {
            jdbc.update("delete from org_staff_post where duty in ('SYSTEM', 'SECURITY')");
            last = person("last");
            administration.appoint(last, street.id(), Role.SYSTEM_ADMINISTRATOR, today);
        }

        @Test
        void cannotBeShut() {
            assertRefused(() -> administration.disable(last), Reason.LAST_ADMINISTRATOR);
        }

        @Test
        void cannotLeaveThePost() {
            assertRefused(
                    () -> administration.dismiss(last, post(street, Role.SYSTEM_ADMINISTRATOR), today),
                    Reason.LAST_ADMINISTRATOR);
        }

        @Test
        void cannotLeaveToOneWhoIsDisabledOrLeavesOrDoesNotBeginYet() {
            long disabled = person("disabled");
            administration.appoint(disabled, street.id(), Role.SYSTEM_ADMINISTRATOR, today);
            administration.disable(disabled);
            administration.appoint(person("coming"), street.id(), Role.SYSTEM_ADMINISTRATOR, today.plusDays(1));
            long leaving = person("ending");
            administration.appoint(leaving, street.id(), Role.SYSTEM_ADMINISTRATOR, today);
            administration.dismiss(leaving, post(street, Role.SYSTEM_ADMINISTRATOR), today.plusDays(5));

            assertRefused(() -> administration.disable(last), Reason.LAST_ADMINISTRATOR);
        }

        @Test
        void mayGoWhenAnotherStays() {
            administration.appoint(person("second"), grid.id(), Role.SYSTEM_ADMINISTRATOR, today);

            administration.disable(last);

            assertThat(staff.find(last)).map(Staff::enabled).contains(false);
        }
    }

    @Nested
    class Notes {

        @Test
        void sayWhoDidWhatToWhom() {
            long administrator = OrgFixtures.person(jdbc, Role.SECURITY_ADMINISTRATOR, street.id());
            signIn(administrator);
            long id = person("noted");
            administration.appoint(id, grid.id(), Role.GRID_WORKER, today);
            administration.resetPassword(id);
            administration.unlock(id);

            assertThat(jdbc.queryForList("select what, actor_id from org_change where subject = 'noted' order by id"))
                    .extracting(row -> row.get("what"), row -> row.get("actor_id"))
                    .containsExactly(
                            tuple("staff.create", administrator),
                            tuple("staff.appoint", administrator),
                            tuple("staff.password-reset", administrator),
                            tuple("staff.unlock", administrator));
        }

        @Test
        void holdNoPassword() {
            long id = person("secret");
            String password = administration.resetPassword(id);

            assertThat(jdbc.queryForList("select details from org_change", String.class))
                    .noneMatch(details -> details.contains(password));
        }
    }

    @Nested
    class Search {

        @Test
        void findsByNameAndUserNameAndHidesThePhone() {
            administration.create(new NewStaff("x_100", "寻找某人", "13812345678", List.of()));
            administration.create(new NewStaff("xy100", "别人", "110", List.of()));

            assertThat(administration.search("寻找", 0, 10))
                    .extracting(StaffRow::username, StaffRow::maskedPhone)
                    .containsExactly(tuple("x_100", "138****5678"));
            assertThat(administration.search("X_100", 0, 10)).hasSize(1);
            assertThat(administration.search("xy100", 0, 10))
                    .extracting(StaffRow::maskedPhone)
                    .containsExactly("****");
        }
    }

    @Nested
    class Rights {

        @Test
        void belongToAdministratorsOnly() {
            long id = person("victim");
            administration.appoint(id, grid.id(), Role.DISPATCHER, today);
            signIn(id);

            List<ThrowingCallable> acts = List.of(
                    () -> person("forbidden"),
                    () -> administration.createAll(List.of(), "", false),
                    () -> administration.describe(id, "X", null, null),
                    () -> administration.resetPassword(id),
                    () -> administration.unlock(id),
                    () -> administration.enable(id),
                    () -> administration.disable(id),
                    () -> administration.appoint(id, grid.id(), Role.SYSTEM_ADMINISTRATOR, today),
                    () -> administration.dismiss(id, 1, today),
                    () -> administration.search("", 0, 1),
                    () -> administration.heldPosts(id));
            assertThat(acts).allSatisfy(act -> assertThatThrownBy(act).isInstanceOf(AccessDeniedException.class));
        }

        @Test
        void areNotNeededToReadPosts() {
            long id = person("read");
            SecurityContextHolder.clearContext();

            assertThat(staff.postsOf(id)).isEmpty();
            assertThat(orgs.children(street.id())).isNotEmpty();
            assertThat(currentUser.posts()).isEmpty();
        }
    }

    private long person(String username) {
        return administration
                .create(new NewStaff(username, "某人", null, List.of()))
                .staffId();
    }

    private long post(OrgUnit unit, Role role) {
        return staff.post(unit.id(), role).orElseThrow().id();
    }

    private static void assertRefused(ThrowingCallable act, Reason reason) {
        assertThatThrownBy(act)
                .asInstanceOf(InstanceOfAssertFactories.type(RefusedException.class))
                .extracting(RefusedException::reason)
                .isEqualTo(reason);
    }
}
