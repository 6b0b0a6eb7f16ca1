package org.bihuan.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.calendar.CalendarFixtures.STREET;
import static org.bihuan.calendar.CalendarFixtures.STREET_HOURS;
import static org.bihuan.calendar.CalendarFixtures.at;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.bihuan.IntegrationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
@WithMockUser(roles = "SYSTEM_ADMINISTRATOR")
class CalendarCacheTest {

    private static final LocalDate FEAST = LocalDate.of(2032, 10, 1);

    private static final Instant START = at("2032-09-30T16:30");

    @Autowired
    WorkingCalendar calendar;

    @Autowired
    CalendarAdministration administration;

    @Autowired
    CalendarStore store;

    @Autowired
    CalendarMapper mapper;

    @Autowired
    TransactionTemplate transaction;

    @AfterEach
    void forgetTheFeast() {
        mapper.delete(FEAST);
        administration.setHours(STREET, STREET_HOURS);
        administration.removeHours(STREET);
    }

    @Test
    void followsAChangeAtOnceOnTheNodeThatMadeIt() {
        assertThat(due()).isEqualTo(at("2032-10-01T17:30"));

        transaction.executeWithoutResult(status -> loadFeast());
        assertThat(due()).isEqualTo(at("2032-10-04T17:30"));

        administration.setHours(STREET, STREET_HOURS);
        assertThat(due()).isEqualTo(at("2032-10-04T16:30"));
    }

    @Test
    void forgetsAChangeThatWasRolledBack() {
        transaction.executeWithoutResult(status -> {
            loadFeast();
            status.setRollbackOnly();
        });

        assertThat(due()).isEqualTo(at("2032-10-01T17:30"));
    }

    @Test
    void followsAChangeOfAnotherNodeWithinAMinute() {
        Clock clock = mock();
        given(clock.instant()).willReturn(START);
        CalendarCache otherNode = new CalendarCache(mapper, clock);
        assertThat(otherNode.get().isWorkingDay(FEAST)).isTrue();

        transaction.executeWithoutResult(status -> loadFeast());
        given(clock.instant()).willReturn(START.plusSeconds(59));
        assertThat(otherNode.get().isWorkingDay(FEAST)).isTrue();
        given(clock.instant()).willReturn(START.plusSeconds(60));
        assertThat(otherNode.get().isWorkingDay(FEAST)).isFalse();
    }

    @Test
    void isOpenToJobsForWhichNobodyIsSignedIn() {
        SecurityContext administrator = SecurityContextHolder.getContext();
        SecurityContextHolder.clearContext();
        try {
            assertThat(due()).isEqualTo(at("2032-10-01T17:30"));
        } finally {
            SecurityContextHolder.setContext(administrator);
        }
    }

    private Instant due() {
        return calendar.after(START, Term.parse("1WD"), List.of(STREET));
    }

    private void loadFeast() {
        store.replaceYears(List.of(new CalendarDay(FEAST, DayKind.HOLIDAY, "国庆节", "通知")));
    }
}
