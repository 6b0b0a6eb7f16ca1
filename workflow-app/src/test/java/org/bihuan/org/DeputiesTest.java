package org.bihuan.org;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.bihuan.IntegrationTest;
import org.bihuan.org.RefusedException.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.annotation.Transactional;

@IntegrationTest
@Transactional
class DeputiesTest {

    @Autowired
    Deputies deputies;

    @Autowired
    DeputyMapper mapper;

    @Autowired
    CurrentUser user;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Clock clock;

    LocalDate today;
    long community;
    long street;
    long absent;
    long deputy;
    long third;

    @BeforeEach
    void people() {
        today = OrgService.today(clock);
        street = unit("STREET", null);
        community = unit("COMMUNITY", street);
        absent = OrgFixtures.person(jdbc, Role.COMMUNITY_STAFF, community);
        deputy = OrgFixtures.person(jdbc, Role.GRID_WORKER, community);
        third = OrgFixtures.person(jdbc, Role.STREET_CLERK, street);
        OrgFixtures.signIn(absent);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Nested
    class Appoint {

        @Test
        void letsSeveralPeopleStandInForSomeFamilies() {
            deputies.appoint(List.of(deputy, third), Set.of("incident"), today, today.plusDays(3), "年休假");

            assertThat(deputies.mine())
                    .extracting(Deputy::deputyId, Deputy::family, Deputy::lastDay)
                    .containsExactlyInAnyOrder(
                            org.assertj.core.groups.Tuple.tuple(deputy, "incident", today.plusDays(3)),
                            org.assertj.core.groups.Tuple.tuple(third, "incident", today.plusDays(3)));
            OrgFixtures.signIn(deputy);
            assertThat(user.standIns()).singleElement().satisfies(one -> {
                assertThat(one.staffId()).isEqualTo(absent);
                assertThat(one.posts()).extracting(Post::role).containsExactly(Role.COMMUNITY_STAFF);
                assertThat(one.covers("incident")).isTrue();
                assertThat(one.covers("memo")).isFalse();
            });
        }

        @Test
        void isKeptInTheRecordOfChanges() {
            deputies.appoint(List.of(deputy), Set.of(), today, today, "年休假");

            assertThat(jdbc.queryForObject(
                            "select details from org_change where what = 'deputy.appoint' and actor_id = ?",
                            String.class,
                            absent))
                    .contains(String.valueOf(today), "年休假");
        }

        @ParameterizedTest
        @CsvSource({"-1, -1, DEPUTY_PERIOD", "3, 2, DEPUTY_PERIOD", "0, 366, DEPUTY_LONG"})
        void refusesPeriodsWithoutSense(int from, int to, Reason reason) {
            assertRefused(reason, () -> appoint(deputy, from, to));
        }

        @Test
        void takesAYearAtMost() {
            appoint(deputy, 0, 365);

            assertThat(deputies.mine()).hasSize(1);
        }

        @Test
        void refusesOneself() {
            assertRefused(Reason.DEPUTY_SELF, () -> appoint(absent, 0, 1));
        }

        @Test
        void refusesNobodyAndTheSameTwice() {
            assertRefused(Reason.DEPUTY_NOBODY, () -> deputies.appoint(List.of(), Set.of(), today, today, "年休假"));
            appoint(deputy, 0, 5);
            assertRefused(Reason.DEPUTY_TWICE, () -> appoint(deputy, 5, 6));
        }

        @Test
        void refusesWithoutAReason() {
            assertRefused(Reason.DEPUTY_REASON, () -> deputies.appoint(List.of(deputy), Set.of(), today, today, " "));
        }

        @Test
        void refusesAnAccountThatIsShutOrAdministers() {
            jdbc.update("update org_staff set enabled = false where id = ?", third);
            assertRefused(Reason.DEPUTY_SHUT, () -> appoint(third, 0, 1));
            long administrator = OrgFixtures.person(jdbc, Role.AUDITOR, street);
            assertRefused(Reason.DEPUTY_DUTY, () -> appoint(administrator, 0, 1));
            assertRefused(Reason.UNKNOWN_STAFF, () -> appoint(-7, 0, 1));
        }

        @Test
        void refusesADeputyWhoIsAwayHimself() {
            OrgFixtures.signIn(deputy);
            appoint(third, 2, 4);

            OrgFixtures.signIn(absent);
            assertRefused(Reason.DEPUTY_AWAY, () -> appoint(deputy, 4, 9));
            appoint(deputy, 5, 9);
        }

        @Test
        void refusesToPassOnWhatWasLent() {
            OrgFixtures.signIn(third);
            appoint(absent, 2, 4);

            OrgFixtures.signIn(absent);
            assertRefused(Reason.DEPUTY_CHAIN, () -> appoint(deputy, 0, 2));
            appoint(deputy, 5, 9);
        }

        @Test
        void letsDifferentFamiliesGoDifferentWays() {
            OrgFixtures.signIn(third);
            deputies.appoint(List.of(absent), Set.of("incident"), today, today, "年休假");

            OrgFixtures.signIn(absent);
            deputies.appoint(List.of(deputy), Set.of("memo"), today, today, "年休假");
            assertRefused(
                    Reason.DEPUTY_CHAIN,
                    () -> deputies.appoint(List.of(deputy), Set.of("incident"), today, today, "年休假"));
        }

        @Test
        void letsTheLeaderAboveDoItForSomebodyIll() {
            long leader = OrgFixtures.person(jdbc, Role.LEADER, street);
            long elsewhere = OrgFixtures.person(jdbc, Role.LEADER, unit("STREET", null));

            OrgFixtures.signIn(elsewhere);
            assertThatThrownBy(() ->
                            deputies.appointFor(absent, List.of(deputy), Set.of(), today, today.plusDays(1), "住院"))
                    .isInstanceOf(AccessDeniedException.class);
            OrgFixtures.signIn(leader);
            deputies.appointFor(absent, List.of(deputy), Set.of(), today, today.plusDays(1), "住院");

            OrgFixtures.signIn(absent);
            assertThat(deputies.mine())
                    .singleElement()
                    .satisfies(one -> assertThat(one.deputyId()).isEqualTo(deputy));
        }

        private void appoint(long who, int from, int to) {
            deputies.appoint(List.of(who), Set.of(), today.plusDays(from), today.plusDays(to), "年休假");
        }

        private void assertRefused(Reason reason, Runnable deed) {
            assertThatThrownBy(deed::run)
                    .isInstanceOfSatisfying(
                            RefusedException.class, e -> assertThat(e.reason()).isEqualTo(reason));
        }
    }

    @Nested
    class Ends {

        @Test
        void byTheDate() {
            deputies.appoint(List.of(deputy), Set.of(), today.plusDays(1), today.plusDays(3), "年休假");

            assertThat(standInsOn(today)).isEmpty();
            assertThat(standInsOn(today.plusDays(1))).hasSize(1);
            assertThat(standInsOn(today.plusDays(3))).hasSize(1);
            assertThat(standInsOn(today.plusDays(4))).isEmpty();
        }

        @Test
        void whenTheAbsentAccountIsShut() {
            deputies.appoint(List.of(deputy), Set.of(), today, today, "年休假");
            jdbc.update("update org_staff set enabled = false where id = ?", absent);

            assertThat(standInsOn(today)).isEmpty();
        }

        @Test
        void beforeItsTimeByEitherOfThemAndByNobodyElse() {
            deputies.appoint(List.of(deputy), Set.of(), today, today.plusDays(9), "年休假");
            long id = deputies.mine().getFirst().id();

            OrgFixtures.signIn(third);
            assertThatThrownBy(() -> deputies.end(id)).isInstanceOf(RefusedException.class);
            OrgFixtures.signIn(deputy);
            deputies.end(id);

            assertThat(standInsOn(today)).isEmpty();
            assertThatThrownBy(() -> deputies.end(id)).isInstanceOf(RefusedException.class);
        }

        private List<StandIn> standInsOn(LocalDate day) {
            ZoneId zone = ZoneId.of("Asia/Shanghai");
            Clock then = Clock.fixed(day.atTime(12, 0).atZone(zone).toInstant(), zone);
            return new StandIns(mapper, then).of(deputy);
        }
    }

    private long unit(String kind, Long parent) {
        jdbc.update(
                "insert into org_unit (code, name, kind, parent_id, path, valid_from) values (?, '某地', ?, ?, '', '2020-01-01')",
                "D-" + java.util.UUID.randomUUID().toString().substring(0, 13),
                kind,
                parent);
        long id = jdbc.queryForObject("select last_insert_id()", Long.class);
        String above = parent == null
                ? "/"
                : jdbc.queryForObject("select path from org_unit where id = ?", String.class, parent);
        jdbc.update("update org_unit set path = ? where id = ?", above + id + "/", id);
        return id;
    }
}
