package org.bihuan.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.casefile.StaleCaseException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IncidentTest {

    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");

    private static final Map<String, UnaryOperator<Incident>> VERBS = Map.of(
            "dispatched",
            i -> i.dispatched(7, 70, 1),
            "accepted",
            i -> i.accepted(9),
            "handled",
            Incident::handled,
            "handedUp",
            Incident::handedUp,
            "verified",
            Incident::verified,
            "sentBack",
            i -> i.sentBack(5L),
            "rated",
            i -> i.rated(4),
            "reopened",
            i -> i.reopened(5L),
            "closed",
            i -> i.closed(NOON),
            "invalidated",
            i -> i.invalidated(NOON));

    private static final Map<IncidentStatus, Set<String>> ALLOWED = Map.of(
            IncidentStatus.DISPATCHING, Set.of("dispatched", "invalidated"),
            IncidentStatus.ASSIGNED, Set.of("accepted", "invalidated"),
            IncidentStatus.IN_PROGRESS, Set.of("handled", "handedUp", "invalidated"),
            IncidentStatus.VERIFYING, Set.of("verified", "sentBack", "invalidated"),
            IncidentStatus.RATING, Set.of("rated", "reopened", "closed"),
            IncidentStatus.CLOSED, Set.of(),
            IncidentStatus.INVALID, Set.of(),
            IncidentStatus.MERGED, Set.of());

    @ParameterizedTest
    @EnumSource
    void allowsJustTheVerbsThatMakeSenseInAState(IncidentStatus status) {
        VERBS.forEach((name, verb) -> {
            if (ALLOWED.get(status).contains(name)) {
                assertThat(verb.apply(incident(status, 0)).status()).as(name).isNotNull();
            } else {
                assertThatThrownBy(() -> verb.apply(incident(status, 0)))
                        .as(name)
                        .isInstanceOf(StaleCaseException.class);
            }
        });
    }

    @Test
    void reopensOnce() {
        Incident again = incident(IncidentStatus.RATING, 0).reopened(5L);

        assertThat(again.status()).isEqualTo(IncidentStatus.ASSIGNED);
        assertThat(incident(IncidentStatus.RATING, 1).mayBeReopened()).isFalse();
        assertThatThrownBy(() -> incident(IncidentStatus.RATING, 1).reopened(5L))
                .isInstanceOf(StaleCaseException.class);
    }

    @Test
    void sendingBackKeepsThePostAndFreesTheHandler() {
        Incident back = incident(IncidentStatus.VERIFYING, 0).sentBack(5L);

        assertThat(back.state().handlingPostId()).isEqualTo(5L);
        assertThat(back.state().handlerId()).isNull();
        assertThat(back.state().round()).isEqualTo(2);
    }

    @Test
    void goesToTheDispatcherWhenNobodyIsAtThePostAnyMore() {
        assertThat(incident(IncidentStatus.VERIFYING, 0).sentBack(null).status())
                .isEqualTo(IncidentStatus.DISPATCHING);
        assertThat(incident(IncidentStatus.RATING, 0).reopened(null).status()).isEqualTo(IncidentStatus.DISPATCHING);
    }

    @Test
    void handingUpFreesPostAndHandler() {
        Incident up = incident(IncidentStatus.IN_PROGRESS, 0).handedUp();

        assertThat(up.state().handlingPostId()).isNull();
        assertThat(up.state().handlerId()).isNull();
    }

    @Test
    void mergingNamesTheEarlierCase() {
        CaseNumber earlier = new CaseNumber("SBQ-2026-000001");

        assertThat(incident(IncidentStatus.ASSIGNED, 0)
                        .mergedInto(earlier, NOON)
                        .state()
                        .mergedInto())
                .isEqualTo(earlier);
    }

    @Test
    void openAndEndedExcludeEachOther() {
        assertThat(EnumSet.allOf(IncidentStatus.class)).noneMatch(status -> status.open() && status.ended());
    }

    private static Incident incident(IncidentStatus status, int reopenings) {
        @Nullable Long post = status == IncidentStatus.DISPATCHING ? null : 5L;
        return new Incident(
                1,
                3,
                new CaseNumber("SBQ-2026-000002"),
                "token",
                new Incident.Report("垃圾", null, null, 70L, "", null, null, NOON),
                new Incident.State(status, 1, 70, 1, post, post == null ? null : 9L, reopenings, null, null, null));
    }
}
