package org.bihuan.org;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.provider.Query;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Chooses one unit of those that exist today: either step by step from the wide to the narrow, or out of one list by
 * typing a part of the name or code. The lists load as they are scrolled.
 */
public final class UnitPicker extends CustomField<OrgUnit> {

    private final OrgService orgs;

    private final @Nullable OrgUnit root;

    private final List<Step> steps = new ArrayList<>();

    private final Map<Long, String> names = new HashMap<>();

    /**
     * One list for each kind, each within what the one before chose. The value is the narrowest unit chosen, so ask it
     * for its kind where a certain kind is needed. A kind that the district does not have gets no list.
     *
     * @param root only units at or below it; null for all
     * @param kinds from the wide to the narrow, for example street, community, grid
     */
    public UnitPicker(OrgService orgs, @Nullable OrgUnit root, List<UnitKind> kinds) {
        this(orgs, root);
        for (UnitKind kind : kinds) {
            if (!orgs.search(root, Set.of(kind), "", 0, 1).isEmpty()) {
                steps.add(new Step(steps.size(), Set.of(kind), getTranslation("org.kind." + kind.name())));
            }
        }
        show();
    }

    private UnitPicker(OrgService orgs, @Nullable OrgUnit root) {
        this.orgs = orgs;
        this.root = root;
        addClassName("org-picker");
    }

    /**
     * One list of all units of these kinds.
     *
     * @param root only units at or below it; null for all
     * @param kinds empty for all
     */
    public static UnitPicker searching(OrgService orgs, @Nullable OrgUnit root, Set<UnitKind> kinds) {
        var picker = new UnitPicker(orgs, root);
        Set<UnitKind> wanted = kinds.isEmpty() ? EnumSet.allOf(UnitKind.class) : kinds;
        picker.steps.add(picker.new Step(0, wanted, picker.getTranslation("org.picker.search")));
        picker.show();
        return picker;
    }

    private void show() {
        Div row = new Div();
        row.addClassName("org-picker-steps");
        steps.forEach(step -> row.add(step.list));
        add(row);
        steps.forEach(Step::refresh);
    }

    @Override
    protected @Nullable OrgUnit generateModelValue() {
        return steps.reversed().stream()
                .map(step -> step.list.getValue())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    @Override
    protected void setPresentationValue(@Nullable OrgUnit unit) {
        List<OrgUnit> way = unit == null ? List.of() : orgs.upwards(unit);
        for (Step step : steps) {
            step.list.setValue(way.stream()
                    .filter(upper -> step.kinds.contains(upper.kind()))
                    .findFirst()
                    .orElse(null));
            step.refresh();
        }
    }

    @Override
    public void setReadOnly(boolean readOnly) {
        super.setReadOnly(readOnly);
        steps.forEach(step -> step.list.setReadOnly(readOnly));
    }

    @Override
    public void focus() {
        if (!steps.isEmpty()) {
            steps.getFirst().list.focus();
        }
    }

    /** Lists of several kinds need to say where a unit of a common name lies. */
    private String words(OrgUnit unit) {
        Long parentId = unit.parentId();
        if (steps.size() > 1 || parentId == null) {
            return unit.name();
        }
        String parent = names.computeIfAbsent(
                parentId, id -> orgs.find(id).map(OrgUnit::name).orElse(""));
        return unit.name() + " · " + parent;
    }

    private final class Step {

        private final int index;

        private final Set<UnitKind> kinds;

        private final ComboBox<OrgUnit> list;

        Step(int index, Set<UnitKind> kinds, String label) {
            this.index = index;
            this.kinds = kinds;
            this.list = new ComboBox<>(label);
            list.setItemLabelGenerator(UnitPicker.this::words);
            list.setClearButtonVisible(true);
            list.setPageSize(50);
            list.setItems(this::page);
            list.addValueChangeListener(change -> {
                if (change.isFromClient()) {
                    steps.stream().skip(index + 1L).forEach(Step::clear);
                    updateValue();
                }
            });
        }

        private Stream<OrgUnit> page(Query<OrgUnit, String> query) {
            List<OrgUnit> page =
                    orgs.search(within(), kinds, query.getFilter().orElse(""), query.getOffset(), query.getLimit());
            if (steps.size() == 1) {
                Set<Long> parents = new HashSet<>();
                page.forEach(unit -> {
                    if (unit.parentId() != null && !names.containsKey(unit.parentId())) {
                        parents.add(unit.parentId());
                    }
                });
                orgs.findAll(parents).forEach(parent -> names.put(parent.id(), parent.name()));
            }
            return page.stream();
        }

        private @Nullable OrgUnit within() {
            return index == 0 ? root : steps.get(index - 1).list.getValue();
        }

        private void clear() {
            list.clear();
            refresh();
        }

        private void refresh() {
            list.setEnabled(index == 0 || within() != null);
            list.getDataProvider().refreshAll();
        }
    }
}
