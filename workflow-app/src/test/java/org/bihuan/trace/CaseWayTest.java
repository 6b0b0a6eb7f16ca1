package org.bihuan.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.bihuan.engine.CaseTrail;
import org.junit.jupiter.api.Test;

class CaseWayTest {

    private static final List<CaseTrail.Flow> PARALLEL = List.of(
            new CaseTrail.Flow("toSplit", "start", "split"),
            new CaseTrail.Flow("splitToA", "split", "a"),
            new CaseTrail.Flow("splitToB", "split", "b"),
            new CaseTrail.Flow("splitToC", "split", "c"),
            new CaseTrail.Flow("aToJoin", "a", "join"),
            new CaseTrail.Flow("bToJoin", "b", "join"));

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
                new CaseTrail.Flow("known", "gateway", "handle"),
                new CaseTrail.Flow("missing", "gateway", "dispatch"),
                new CaseTrail.Flow("dispatched", "dispatch", "handle"));

        assertThat(way(flows, "gateway", "dispatch", "handle").flows())
                .containsExactlyInAnyOrder("missing", "dispatched");
    }

    @Test
    void isDoneWhereTheCaseWentOnAlthoughTheEngineCancelledIt() {
        var visits = List.of(
                new CaseTrail.Stay("answers", "等待评价", false, CaseTrail.Outcome.BROKEN_OFF),
                new CaseTrail.Stay("rated", "已评价", false, CaseTrail.Outcome.DONE));

        CaseWay way = CaseWay.through("", List.of(new CaseTrail.Flow("toRated", "answers", "rated")), visits, true);

        assertThat(way.done()).containsKeys("answers", "rated");
        assertThat(way.brokenOff()).isEmpty();
    }

    @Test
    void isNoLongerBrokenOffWhenItWasDoneLater() {
        var visits = List.of(
                new CaseTrail.Stay("handle", "处置", false, CaseTrail.Outcome.BROKEN_OFF),
                new CaseTrail.Stay("handle", "处置", false, CaseTrail.Outcome.DONE));

        CaseWay way = CaseWay.through("", List.of(), visits, true);

        assertThat(way.brokenOff()).isEmpty();
        assertThat(way.done()).containsEntry("handle", 1);
    }

    private static CaseWay way(List<CaseTrail.Flow> flows, String... elements) {
        var visits = Stream.of(elements)
                .map(id -> new CaseTrail.Stay(id, "", false, CaseTrail.Outcome.DONE))
                .toList();
        return CaseWay.through("", flows, visits, true);
    }
}
