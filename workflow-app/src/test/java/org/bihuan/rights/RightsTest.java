package org.bihuan.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.org.CurrentUser;
import org.bihuan.org.Post;
import org.bihuan.org.Role;
import org.bihuan.org.StaffService;
import org.bihuan.org.UnitKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;

/** When it is asked, and what it is worth, that somebody is involved in a case. */
class RightsTest {

    private static final CaseNumber NUMBER = new CaseNumber("SBQ-2026-000001");
    private static final Matter HERE = new Matter("x", "/1/2/", null, Set.of()).involving(NUMBER);
    private static final Matter THERE = new Matter("x", "/1/3/", null, Set.of()).involving(NUMBER);

    private final CurrentUser user = mock(CurrentUser.class);
    private final CaseParties parties = mock(CaseParties.class);
    private Rights rights;

    @BeforeEach
    void user() {
        when(user.staffId()).thenReturn(Optional.of(7L));
        when(user.posts()).thenReturn(List.of(new Post(1, Role.GRID_WORKER, 2, "x", UnitKind.GRID, "/1/2/")));
        @SuppressWarnings("unchecked")
        ObjectProvider<CaseParties> beans = mock(ObjectProvider.class);
        when(beans.stream()).thenAnswer(call -> Stream.of(parties));
        rights = new Rights(user, mock(StaffService.class), beans);
        use("GRID_WORKER,OWN_UNIT,allow", "GRID_WORKER,INVOLVED,allow");
    }

    @Test
    void isNotAskedWhereAnotherRelationAllows() {
        assertThat(rights.may(Verb.INCIDENT_READ, HERE)).isTrue();

        verify(parties, never()).involves(any(), anyLong());
    }

    @Test
    void isAskedOnceWhereNothingElseAllows() {
        use("GRID_WORKER,OWN_UNIT,allow", "GRID_WORKER LEADER,INVOLVED,allow");
        assertThat(rights.may(Verb.INCIDENT_READ, THERE)).isFalse();
        verify(parties, times(1)).involves(NUMBER, 7);

        when(parties.involves(NUMBER, 7)).thenReturn(true);
        assertThat(rights.may(Verb.INCIDENT_READ, THERE)).isTrue();
    }

    @Test
    void isWorthNothingForAnotherRole() {
        use("LEADER,INVOLVED,allow");
        when(parties.involves(NUMBER, 7)).thenReturn(true);

        assertThat(rights.may(Verb.INCIDENT_READ, THERE)).isFalse();
        assertThat(rights.may(Verb.INCIDENT_READ)).isFalse();
    }

    @Test
    void isWorthNothingWhereTheMatterNamesNoCase() {
        when(parties.involves(NUMBER, 7)).thenReturn(true);

        assertThat(rights.may(Verb.INCIDENT_READ, new Matter("x", "/1/3/", null, Set.of())))
                .isFalse();
    }

    @Test
    void addsNothingToLists() {
        use("GRID_WORKER,INVOLVED,allow");

        assertThat(rights.scope(Verb.INCIDENT_READ).isEmpty()).isTrue();
        assertThat(rights.may(Verb.INCIDENT_READ)).isTrue();
    }

    private void use(String... rules) {
        var text = new StringBuilder("verb,who,relations,answer\n");
        Stream.of(rules)
                .forEach(rule -> text.append("incident.read,").append(rule).append('\n'));
        rights.use(Policy.parse(text.toString()));
    }
}
