package org.bihuan.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.bihuan.inbox.Reach.Lent;
import org.bihuan.org.Post;
import org.bihuan.org.Role;
import org.bihuan.org.StandIn;
import org.bihuan.org.UnitKind;
import org.junit.jupiter.api.Test;

class ReachTest {

    @Test
    void isTheOwnPostsWhileNobodyIsAway() {
        assertThat(Reach.of(List.of(1L, 2L), List.of())).isEqualTo(new Reach(List.of(1L, 2L), List.of()));
    }

    @Test
    void whatIsLentInFullIsLikeAnOwnPost() {
        Reach reach = Reach.of(List.of(1L), List.of(absent(7, Set.of(), 2)));

        assertThat(reach.posts()).containsExactly(1L, 2L);
        assertThat(reach.lent()).containsExactly(new Lent(null, 7L, List.of()));
    }

    @Test
    void someFamiliesAreOneMoreRangeOfThePost() {
        Reach reach = Reach.of(List.of(1L), List.of(absent(7, Set.of("memo"), 2)));

        assertThat(reach.posts()).containsExactly(1L);
        assertThat(reach.lent())
                .containsExactly(new Lent(2L, null, List.of("memo")), new Lent(null, 7L, List.of("memo")));
        assertThat(reach.unclaimed().lent()).containsExactly(new Lent(2L, null, List.of("memo")));
    }

    @Test
    void readsAPostOnceThatSeveralPeopleShare() {
        Reach own = Reach.of(List.of(1L), List.of(absent(7, Set.of("memo"), 1)));
        Reach full = Reach.of(List.of(), List.of(absent(7, Set.of("memo"), 2), absent(8, Set.of(), 2)));
        Reach parts = Reach.of(List.of(), List.of(absent(7, Set.of("memo"), 2), absent(8, Set.of("incident"), 2)));

        assertThat(own.lent()).extracting(Lent::postId).containsOnlyNulls();
        assertThat(full.posts()).containsExactly(2L);
        assertThat(full.lent()).extracting(Lent::postId).containsOnlyNulls();
        assertThat(parts.lent())
                .filteredOn(part -> part.postId() != null)
                .singleElement()
                .satisfies(part -> assertThat(part.families()).containsExactlyInAnyOrder("memo", "incident"));
    }

    private static StandIn absent(long staffId, Set<String> families, long... posts) {
        return new StandIn(
                staffId,
                "某人",
                families,
                LocalDate.of(2026, 11, 30),
                Arrays.stream(posts).mapToObj(ReachTest::post).toList());
    }

    private static Post post(long id) {
        return new Post(id, Role.GRID_WORKER, id, "网格", UnitKind.GRID, "/" + id + "/");
    }
}
