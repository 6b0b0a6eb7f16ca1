package org.bihuan.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.bihuan.audit.AuditEntry;
import org.bihuan.casefile.Actor;
import org.bihuan.inbox.DoneStep;
import org.bihuan.inbox.ItemKind;
import org.junit.jupiter.api.Test;

/** Each step finds its opinion by who did it when. */
class PrintedStepTest {

    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    @Test
    void takesTheEntryOfTheSamePersonAtTheSameTime() {
        List<PrintedStep> printed = PrintedStep.of(
                List.of(step("review", 7, 0), step("check", 8, 100)),
                List.of(
                        entry(1, "reviewed", 7, 0, "同意"),
                        entry(2, "checked", 8, 101, "已核"),
                        entry(3, "x", 7, 100, "")));

        assertThat(printed).extracting(PrintedStep::opinion).containsExactly("同意", "已核");
    }

    @Test
    void hasNoOpinionWhereTheRecordSaysNothing() {
        List<PrintedStep> printed = PrintedStep.of(
                List.of(step("review", 7, 0)),
                List.of(entry(1, "reviewed", 7, 3, "太晚"), entry(2, "reviewed", 8, 0, "别人")));

        assertThat(printed).singleElement().satisfies(one -> {
            assertThat(one.deed()).isNull();
            assertThat(one.opinion()).isEmpty();
        });
    }

    @Test
    void prefersTheNearestAndOfTwoAsNearTheLater() {
        List<PrintedStep> printed = PrintedStep.of(
                List.of(step("review", 7, 10)),
                List.of(
                        entry(1, "accepted", 7, 10, "领取"),
                        entry(2, "reviewed", 7, 10, "同意"),
                        entry(3, "x", 7, 11, "后来")));

        assertThat(printed).singleElement().extracting(PrintedStep::opinion).isEqualTo("同意");
    }

    @Test
    void usesNoEntryTwice() {
        List<PrintedStep> printed = PrintedStep.of(
                List.of(step("sign", 7, 0), step("sign", 7, 1)),
                List.of(entry(1, "signed", 7, 0, "一"), entry(2, "signed", 7, 1, "二")));

        assertThat(printed).extracting(PrintedStep::opinion).containsExactly("一", "二");
    }

    private static DoneStep step(String key, long staff, int second) {
        return new DoneStep(second, "t", ItemKind.TASK, key, staff, null, NOON, NOON.plusSeconds(second), null);
    }

    private static AuditEntry entry(long id, String type, long staff, int second, String note) {
        return new AuditEntry(
                id,
                "MEMO-2026-000001",
                "memo." + type,
                Actor.staff(staff, "某人"),
                NOON.plusSeconds(second),
                note,
                "",
                false);
    }
}
