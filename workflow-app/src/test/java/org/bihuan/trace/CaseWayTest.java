package org.bihuan.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CaseWayTest {

    private static final List<CaseWay.Flow> PARALLEL = List.of(
            new CaseWay.Flow("toSplit", "start", "split"),
            new CaseWay.Flow("splitToA", "split", "a"),
            new CaseWay.Flow("splitToB", "split", "b"),
            new CaseWay.Flow("splitToC", "split", "c"),
            new CaseWay.Flow("aToJoin", "a", "join"),
            new CaseWay.Flow("bToJoin", "b", "join"));

    @Test
    void findsAllBranchesOfASplit() {
        assertThat(way(PARALLEL, "start", "split", "a", "b").flows())
                .containsExactlyInAnyOrder("toSplit", "splitToA", "splitToB");
    }

    @Test
    void findsBothBranchesOfAJoinThatArriveTogether() {
        assertThat(way(PARALLEL, "start", "split", "a", "b", "join", "join").flows())
                .contains("aToJoin", "bToJoin");
    }

    @Test
    void takesNoFlowBetweenElementsThatMetByChance() {
        var flows = List.of(
                new CaseWay.Flow("known", "gateway", "handle"),
                new CaseWay.Flow("missing", "gateway", "dispatch"),
                new CaseWay.Flow("dispatched", "dispatch", "handle"));

        assertThat(way(flows, "gateway", "dispatch", "handle").flows())
                .containsExactlyInAnyOrder("missing", "dispatched");
    }

    @Test
    void isDoneWhereTheCaseWentOnAlthoughTheEngineCancelledIt() {
        var visits = List.of(
                new CaseWay.Visit("answers", "等待评价", false, CaseWay.Outcome.BROKEN_OFF),
                new CaseWay.Visit("rated", "已评价", false, CaseWay.Outcome.DONE));

        CaseWay way = CaseWay.through("", List.of(new CaseWay.Flow("toRated", "answers", "rated")), visits, true);

        assertThat(way.done()).containsKeys("answers", "rated");
        assertThat(way.brokenOff()).isEmpty();
    }

    @Test
    void isNoLongerBrokenOffWhenItWasDoneLater() {
        var visits = List.of(
                new CaseWay.Visit("handle", "处置", false, CaseWay.Outcome.BROKEN_OFF),
                new CaseWay.Visit("handle", "处置", false, CaseWay.Outcome.DONE));

        CaseWay way = CaseWay.through("", List.of(), visits, true);

        assertThat(way.brokenOff()).isEmpty();
        assertThat(way.done()).containsEntry("handle", 1);
    }

    private static CaseWay way(List<CaseWay.Flow> flows, String... elements) {
        var visits = Stream.of(elements)
                .map(id -> new CaseWay.Visit(id, "", false, CaseWay.Outcome.DONE))
                .toList();
        return CaseWay.through("", flows, visits, true);
    }
}
