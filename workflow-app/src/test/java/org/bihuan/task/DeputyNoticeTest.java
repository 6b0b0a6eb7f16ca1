package org.bihuan.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.bihuan.operation.Notice.Line;
import org.bihuan.org.CurrentUser;
import org.bihuan.org.Deputies;
import org.bihuan.org.Deputy;
import org.bihuan.org.StandIn;
import org.bihuan.rights.Rights;
import org.bihuan.rights.Verb;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeputyNoticeTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final Deputies deputies = mock();
    private final CurrentUser user = mock();
    private final Rights rights = mock();
    private final DeputyNotice notice = new DeputyNotice(
            deputies, user, rights, Clock.fixed(Instant.parse("2026-11-21T23:00:00Z"), ZoneOffset.UTC));

    @BeforeEach
    void staff() {
        given(rights.may(any(Verb.class))).willReturn(true);
    }

    @Test
    void remindsTheDeputyInWhosePlaceHeActs() {
        given(user.standIns())
                .willReturn(List.of(new StandIn(7, "李强", Set.of(), LocalDate.of(2026, 12, 3), List.of())));

        assertThat(notice.lines()).containsExactly(new Line("deputy.notice.for", List.of("李强", "2026-12-03"), ""));
    }

    @Test
    void tellsTheAbsentPersonWhoActsNowAndNotWhoWillLater() {
        given(deputies.mine()).willReturn(List.of(deputy("王芳", TODAY), deputy("赵敏", TODAY.plusDays(1))));

        assertThat(notice.lines())
                .containsExactly(new Line("deputy.notice.by", List.of("王芳", "2026-11-30"), "account/deputy"));
    }

    @Test
    void tellsNothingToWhoHasToChooseAPasswordFirst() {
        given(rights.may(Verb.DEPUTY_APPOINT)).willReturn(false);
        given(deputies.mine()).willReturn(List.of(deputy("王芳", TODAY)));

        assertThat(notice.lines()).isEmpty();
    }

    private static Deputy deputy(String name, LocalDate from) {
        return new Deputy(1, 7, "李强", 8, name, null, from, LocalDate.of(2026, 11, 30), "年休假");
    }
}
