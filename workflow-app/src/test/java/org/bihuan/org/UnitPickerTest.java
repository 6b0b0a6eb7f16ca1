package org.bihuan.org;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ViewPackages(packages = "org.bihuan.org")
class UnitPickerTest extends BrowserlessTest {

    private static final OrgUnit DISTRICT = unit(1, "市北区", UnitKind.DISTRICT, null, "/1/");

    private static final OrgUnit STREET = unit(2, "辽宁路街道", UnitKind.STREET, 1L, "/1/2/");

    private static final OrgUnit OTHER = unit(3, "延安路街道", UnitKind.STREET, 1L, "/1/3/");

    private static final OrgUnit COMMUNITY = unit(4, "科技街社区", UnitKind.COMMUNITY, 2L, "/1/2/4/");

    private static final OrgUnit SECOND = unit(5, "延安路社区", UnitKind.COMMUNITY, 3L, "/1/3/5/");

    private static final List<OrgUnit> ALL = List.of(DISTRICT, STREET, OTHER, COMMUNITY, SECOND);

    private final OrgService orgs = mock(OrgService.class);

    @BeforeEach
    void district() {
        when(orgs.search(any(), any(), anyString(), anyInt(), anyInt())).thenAnswer(call -> {
            OrgUnit within = call.getArgument(0);
            Set<UnitKind> kinds = call.getArgument(1);
            String text = call.getArgument(2);
            int offset = call.getArgument(3);
            int limit = call.getArgument(4);
            return ALL.stream()
                    .filter(unit -> within == null || within.contains(unit))
                    .filter(unit -> kinds.contains(unit.kind()))
                    .filter(unit -> unit.name().contains(text))
                    .skip(offset)
                    .limit(limit)
                    .toList();
        });
        when(orgs.upwards(any()))
                .thenAnswer(call -> ALL.reversed().stream()
                        .filter(unit -> unit.contains(call.getArgument(0)))
                        .toList());
        when(orgs.find(anyLong())).thenAnswer(call -> one(call.getArgument(0)));
        when(orgs.findAll(anyCollection()))
                .thenAnswer(call -> call.<Collection<Long>>getArgument(0).stream()
                        .flatMap(id -> one(id).stream())
                        .toList());
    }

    @Test
    void goesFromTheWideToTheNarrow() {
        UnitPicker picker = cascade();
        assertThat(list(1).isEnabled()).isFalse();

        test(list(0)).selectItem("辽宁路街道");

        assertThat(picker.getValue()).isEqualTo(STREET);
        assertThat(list(1).isEnabled()).isTrue();
        assertThat(test(list(1)).getSuggestions()).containsExactly("科技街社区");
        test(list(1)).selectItem("科技街社区");
        assertThat(picker.getValue()).isEqualTo(COMMUNITY);
    }

    @Test
    void forgetsTheNarrowWhenTheWideChanges() {
        UnitPicker picker = cascade();
        picker.setValue(COMMUNITY);

        test(list(0)).selectItem("延安路街道");

        assertThat(picker.getValue()).isEqualTo(OTHER);
        assertThat(list(1).isEmpty()).isTrue();
        assertThat(test(list(1)).getSuggestions()).containsExactly("延安路社区");
    }

    @Test
    void showsTheWayToItsValue() {
        cascade().setValue(SECOND);

        assertThat(list(0).getValue()).isEqualTo(OTHER);
        assertThat(list(1).getValue()).isEqualTo(SECOND);
    }

    @Test
    void hasNoListForAKindThatTheDistrictLacks() {
        cascade();

        assertThat(find(ComboBox.class).all()).hasSize(2);
    }

    @Test
    void searchesAllKindsInOneListAndSaysWhereAUnitLies() {
        UnitPicker picker = UnitPicker.searching(orgs, null, Set.of());
        UI.getCurrent().add(picker);

        test(list(0)).setFilter("社区");

        assertThat(test(list(0)).getSuggestions()).containsExactly("科技街社区 · 辽宁路街道", "延安路社区 · 延安路街道");
        test(list(0)).selectItem("延安路社区 · 延安路街道");
        assertThat(picker.getValue()).isEqualTo(SECOND);
    }

    private UnitPicker cascade() {
        UnitPicker picker = new UnitPicker(orgs, DISTRICT, List.of(UnitKind.STREET, UnitKind.COMMUNITY, UnitKind.GRID));
        UI.getCurrent().add(picker);
        return picker;
    }

    @SuppressWarnings("unchecked")
    private ComboBox<OrgUnit> list(int index) {
        return find(ComboBox.class).all().get(index);
    }

    private static Optional<OrgUnit> one(long id) {
        return ALL.stream().filter(unit -> unit.id() == id).findFirst();
    }

    private static OrgUnit unit(long id, String name, UnitKind kind, Long parentId, String path) {
        return new OrgUnit(id, "C" + id, name, kind, parentId, path, null, LocalDate.EPOCH, null);
    }
}
