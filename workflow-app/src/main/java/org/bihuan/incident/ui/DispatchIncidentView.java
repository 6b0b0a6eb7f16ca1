package org.bihuan.incident.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.util.List;
import java.util.Set;
import org.bihuan.form.FormSchemas;
import org.bihuan.form.SchemaForm;
import org.bihuan.idempotency.SendKeyField;
import org.bihuan.incident.IncidentCatalog;
import org.bihuan.incident.IncidentCategory;
import org.bihuan.incident.IncidentDispatch;
import org.bihuan.incident.IncidentLookup.Details;
import org.bihuan.incident.process.IncidentHandlingBpmn.Tasks;
import org.bihuan.incident.ui.TaskPage.Open;
import org.bihuan.org.OrgService;
import org.bihuan.org.OrgUnit;
import org.bihuan.org.UnitKind;
import org.bihuan.org.UnitPicker;
import org.bihuan.task.ui.DraftKeeper;

/** The dispatcher chooses who handles the incident, or ends it. */
@Route("incident/dispatch-incident/:caseNumber")
class DispatchIncidentView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient IncidentDispatch dispatch;
    private final transient IncidentCatalog catalog;
    private final transient CaseParts parts;
    private final transient FormSchemas schemas;
    private final transient OrgService units;

    DispatchIncidentView(
            IncidentDispatch dispatch,
            IncidentCatalog catalog,
            CaseParts parts,
            FormSchemas schemas,
            OrgService units) {
        this.dispatch = dispatch;
        this.catalog = catalog;
        this.parts = parts;
        this.schemas = schemas;
        this.units = units;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(parts.details(event.getRouteParameters().get("caseNumber")));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("task.incident.dispatchIncident");
    }

    private void show(Details details) {
        removeAll();
        Component work = TaskPage.work(
                parts,
                details,
                Tasks.DISPATCH_INCIDENT,
                this::show,
                open -> claiming(details, open),
                open -> form(details, open));
        add(new TaskPage(parts, details, work));
    }

    private Section claiming(Details details, Open open) {
        var number = details.incident().caseNumber();
        Button take = TaskPage.primary(getTranslation("incident.dispatch.take"), () -> {
            TaskPage.attempt(null, () -> dispatch.take(number));
            parts.again(details, this::show);
        });
        return TaskPage.claiming("incident.dispatch.take.text", take, open);
    }

    private Section form(Details details, Open open) {
        var unit = UnitPicker.searching(units, units.home(), Set.of(UnitKind.GRID, UnitKind.DEPARTMENT));
        unit.setLabel(getTranslation("incident.dispatch.unit"));
        List<IncidentCategory> choices = catalog.choices();
        var category = new CategoryField(choices);
        category.setLabel(getTranslation("incident.dispatch.category"));
        category.setValue(details.category());
        if (details.category().departmentId() != null) {
            units.find(details.category().departmentId()).ifPresent(body -> {
                unit.setValue(body);
                unit.setHelperText(getTranslation("incident.dispatch.body", body.name()));
            });
        }
        var note = new SchemaForm(schemas.schema("incident/dispatch-incident"));
        DraftKeeper keeper = parts.keeper(open.task(), note)
                .with(
                        "unit",
                        unit,
                        chosen -> chosen == null ? null : chosen.id(),
                        kept -> units.find(kept.asLong(0)).orElseGet(unit::getEmptyValue))
                .with(
                        "category",
                        category,
                        chosen -> chosen == null ? null : chosen.id(),
                        kept -> choices.stream()
                                .filter(choice -> choice.id() == kept.asLong(0))
                                .findFirst()
                                .orElseGet(details::category))
                .start();
        Button send = TaskPage.primary(getTranslation("incident.dispatch.send"), () -> {
            boolean complete = given(unit, unit.getValue()) & note.validate();
            if (complete) {
                send(open.key(), keeper, details, unit.getValue(), category.getValue(), note);
            }
        });
        var section = new Section(
                new H2(getTranslation("task.incident.dispatchIncident")),
                keeper.notes(),
                category,
                unit,
                note,
                keeper,
                TaskPage.actions(
                        send, TaskPage.release(parts, details, Tasks.DISPATCH_INCIDENT, open.key()), open.bar()),
                new DismissButtons(dispatch, parts, schemas, details, () -> getUI().ifPresent(ui -> ui.navigate(""))));
        section.addClassName("bihuan-card");
        return section;
    }

    private boolean given(UnitPicker picker, OrgUnit unit) {
        picker.setErrorMessage(getTranslation("incident.dispatch.unit.error"));
        picker.setInvalid(unit == null);
        return unit != null;
    }

    private void send(
            SendKeyField key,
            DraftKeeper keeper,
            Details details,
            OrgUnit unit,
            IncidentCategory chosen,
            SchemaForm note) {
        IncidentCategory category = chosen == null ? details.category() : chosen;
        var number = details.incident().caseNumber();
        int version = details.incident().version();
        String words = String.valueOf(note.values().getOrDefault("note", ""));
        boolean sent = TaskPage.send(
                key,
                List.of("dispatch", number, version, unit.id(), category.id(), words),
                "incident.dispatch.done",
                () -> dispatch.dispatch(number, version, unit.id(), category.id(), words));
        if (sent) {
            keeper.forget();
            getUI().ifPresent(ui -> ui.navigate(""));
        }
    }
}
