package org.bihuan.org;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.bihuan.IntegrationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class SignInRecordsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T01:00:00Z");

    @Autowired
    SignInMapper mapper;

    @Autowired
    SignInRecords today;

    @Autowired
    StaffAdministration administration;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    SignInRecords records;

    long id;

    @BeforeEach
    void account() {
        records = at(NOW);
        OrgFixtures.signInAsAdministrator();
        id = administration
                .create(new NewStaff("lock.out", "某人", null, List.of()))
                .staffId();
        SecurityContextHolder.clearContext();
    }

    @AfterEach
    void noAccount() {
        transaction.executeWithoutResult(status -> jdbc.update("delete from org_staff where id = ?", id));
    }

    @Test
    void locksAfterFiveFailures() {
        fail(4);
        assertThat(locked(NOW)).isFalse();

        fail(1);

        assertThat(locked(NOW)).isTrue();
    }

    @Test
    void opensAgainAfterHalfAnHourWithFiveNewTries() {
        fail(5);
        Instant later = NOW.plus(Duration.ofMinutes(30));
        assertThat(locked(later.minusSeconds(1))).isTrue();
        assertThat(locked(later)).isFalse();

        at(later).failed("lock.out");

        assertThat(locked(later)).isFalse();
    }

    @Test
    void doesNotLockLongerForTriesWhileLocked() {
        fail(5);

        at(NOW.plus(Duration.ofMinutes(29))).failed("lock.out");

        assertThat(locked(NOW.plus(Duration.ofMinutes(30)))).isFalse();
    }

    @Test
    void forgetsFailuresAfterSuccess() {
        fail(4);
        records.succeeded("lock.out");
        fail(4);

        assertThat(locked(NOW)).isFalse();
    }

    @Test
    void opensWhenAnAdministratorUnlocks() {
        fail(5);
        OrgFixtures.signInAsAdministrator();

        administration.unlock(id);

        assertThat(locked(NOW)).isFalse();
        SecurityContextHolder.clearContext();
    }

    @Test
    void countsTheSameAccountInAnyCase() {
        fail(4);
        records.failed("LOCK.Out");

        assertThat(locked(NOW)).isTrue();
    }

    @Test
    void countsFailuresAtTheSameMomentEachForItself() throws Exception {
        Callable<Void> failure = () -> {
            today.failed("lock.out");
            return null;
        };
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var done : threads.invokeAll(Collections.nCopies(4, failure))) {
                done.get();
            }
        }

        assertThat(jdbc.queryForObject("select failed_logins from org_staff where id = ?", Integer.class, id))
                .isEqualTo(4);
    }

    @Test
    void takesUnknownNamesSilently() {
        records.failed("nobody.at.all");
        records.succeeded("nobody.at.all");

        assertThat(records.principal("nobody.at.all")).isEmpty();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            records.failed("lock.out");
        }
    }

    private boolean locked(Instant at) {
        return !at(at).principal("lock.out").orElseThrow().isAccountNonLocked();
    }

    private SignInRecords at(Instant instant) {
        return new SignInRecords(mapper, Clock.fixed(instant, ZoneOffset.UTC));
    }
}
