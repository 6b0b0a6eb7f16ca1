package org.bihuan.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.dom.Element;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.bihuan.audit.AuditEntry;
import org.bihuan.casefile.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ViewPackages(packages = "org.bihuan.trace")
class TimelineTest extends BrowserlessTest {

    private static final Instant REPORTED_AT = Instant.parse("2026-11-22T06:10:00Z");
    private static final Instant ACCEPTED_AT = Instant.parse("2026-11-22T08:05:00Z");
    private static final Instant NOW = Instant.parse("2026-11-22T08:10:00Z");

    private static final List<AuditEntry> ENTRIES = List.of(
            entry(1, "incident.reported", Actor.RESIDENT, REPORTED_AT, "The drain is blocked"),
            entry(2, "incident.accepted", Actor.staff(7, "王小明"), ACCEPTED_AT, ""));

    @BeforeEach
    void readEnglish() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
    }

    @Test
    void tellsTheLatestFirst() {
        assertThat(items(new Timeline(ENTRIES, Audience.STAFF, NOW)))
                .hasSize(2)
                .satisfiesExactly(
                        first -> assertThat(first).contains("王小明 accepted the incident", "5 minutes ago"),
                        second -> assertThat(second)
                                .contains("The resident reported the incident", "2 hours ago", "The drain is blocked"));
    }

    @Test
    void namesTheAbsentPersonBesideTheDeputy() {
        var entry = entry(1, "incident.accepted", Actor.staff(7, "王小明").actingFor(8, "李芳"), ACCEPTED_AT, "");

        assertThat(items(new Timeline(List.of(entry), Audience.STAFF, NOW)))
                .singleElement()
                .asString()
                .contains("王小明 (for 李芳) accepted the incident");
    }

    @Test
    void namesNobodyToTheReporter() {
        assertThat(items(new Timeline(ENTRIES, Audience.REPORTER, NOW)))
                .first()
                .asString()
                .contains("Somebody accepted it")
                .doesNotContain("王小明");
    }

    @Test
    void givesTheTimeOfTheDistrictAndOneForMachines() {
        Element time = all(new Timeline(ENTRIES, Audience.STAFF, NOW).getElement())
                .filter(element -> element.getTag().equals("time"))
                .findFirst()
                .orElseThrow();

        assertThat(time.getText()).isEqualTo("2026-11-22 Sun 16:05");
        assertThat(time.getAttribute("datetime")).isEqualTo("2026-11-22T08:05:00Z");
    }

    @Test
    void isAnOrderedListForScreenReaders() {
        var timeline = new Timeline(ENTRIES, Audience.STAFF, NOW);
        UI.getCurrent().add(timeline);

        assertThat(find(OrderedList.class, timeline).single().getChildren()).allMatch(ListItem.class::isInstance);
    }

    @Test
    void tellsAnOperationAndWhatBecameOfTheCaseAsOneDeed() {
        Actor wang = Actor.staff(7, "王小明");
        Instant sameSecond = ACCEPTED_AT.plusMillis(400);

        assertThat(items(new Timeline(
                        List.of(
                                entry(1, "incident.backToHandling", wang, ACCEPTED_AT, "不干净"),
                                entry(2, "task.returned", wang, sameSecond, "核查 → 处置 · 不干净")),
                        Audience.STAFF,
                        NOW)))
                .singleElement()
                .asString()
                .containsOnlyOnce("王小明")
                .contains("核查 → 处置 · 不干净");
    }

    @Test
    void keepsApartWhatOthersDidOrWhatWasDoneLater() {
        AuditEntry returned = entry(1, "task.returned", Actor.staff(7, "王小明"), ACCEPTED_AT, "");

        assertThat(List.of(
                        entry(2, "incident.backToHandling", Actor.SYSTEM, ACCEPTED_AT, ""),
                        entry(2, "incident.backToHandling", returned.actor(), ACCEPTED_AT.plusSeconds(1), ""),
                        entry(2, "task.commented", returned.actor(), ACCEPTED_AT, "")))
                .allSatisfy(other -> assertThat(items(new Timeline(List.of(returned, other), Audience.STAFF, NOW)))
                        .hasSize(2));
    }

    @Test
    void hasAPictureForEveryDeedThatHasWords() {
        List<String> deeds = ResourceBundle.getBundle("vaadin-i18n.translations", Locale.ROOT).keySet().stream()
                .filter(key -> key.startsWith("event.") && !key.endsWith(".public"))
                .map(key -> key.substring("event.".length()))
                .toList();

        assertThat(deeds).contains("task.transferred").allSatisfy(deed -> {
            var timeline = new Timeline(List.of(entry(1, deed, Actor.SYSTEM, NOW, "")), Audience.STAFF, NOW);
            assertThat(all(timeline.getElement())
                            .filter(element -> element.getTag().equals("vaadin-icon"))
                            .map(element -> element.getAttribute("icon")))
                    .doesNotContain("vaadin:circle");
        });
    }

    @Test
    void saysWhenNothingHappenedYet() {
        var timeline = new Timeline(List.of(), Audience.STAFF, NOW);

        assertThat(timeline.getElement().getTextRecursively()).contains("Nothing recorded yet");
    }

    private static List<String> items(Timeline timeline) {
        return all(timeline.getElement())
                .filter(element -> element.getTag().equals("li"))
                .map(Element::getTextRecursively)
                .toList();
    }

    private static Stream<Element> all(Element element) {
        return Stream.concat(
                Stream.of(element),
                element.getChildren().filter(child -> !child.isTextNode()).flatMap(TimelineTest::all));
    }

    private static AuditEntry entry(long id, String type, Actor actor, Instant at, String note) {
        return new AuditEntry(id, "SBQ-2026-000123", type, actor, at, note, note, true);
    }
}
