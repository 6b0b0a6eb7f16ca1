package org.bihuan.incident.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.util.List;
import java.util.Map;
import org.bihuan.attachment.PhotoService;
import org.bihuan.attachment.PhotoUpload;
import org.bihuan.attachment.PreparedPhoto;
import org.bihuan.form.FormSchemas;
import org.bihuan.form.SchemaForm;
import org.bihuan.idempotency.SendKeyField;
import org.bihuan.incident.HandUpReason;
import org.bihuan.incident.IncidentHandling;
import org.bihuan.incident.IncidentLookup.Details;
import org.bihuan.incident.process.IncidentHandlingBpmn.Tasks;
import org.bihuan.incident.ui.TaskPage.Open;
import org.bihuan.task.ui.DraftKeeper;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where the grid worker stands in the rain: accept, look, solve, photograph, done. */
@Route("incident/handle-incident/:caseNumber")
class HandleIncidentView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient IncidentHandling handling;
    private final transient CaseParts parts;
    private final transient FormSchemas schemas;
    private final transient PhotoService photoService;

    HandleIncidentView(IncidentHandling handling, CaseParts parts, FormSchemas schemas, PhotoService photoService) {
        this.handling = handling;
        this.parts = parts;
        this.schemas = schemas;
        this.photoService = photoService;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(parts.details(event.getRouteParameters().get("caseNumber")));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("task.incident.handleIncident");
    }

    private void show(Details details) {
        removeAll();
        Component work = TaskPage.work(
                parts,
                details,
                Tasks.HANDLE_INCIDENT,
                this::show,
                open -> claiming(details, open),
                open -> form(details, open));
        add(new TaskPage(parts, details, work));
    }

    private Section claiming(Details details, Open open) {
        var number = details.incident().caseNumber();
        Button accept = TaskPage.primary(getTranslation("incident.accept"), () -> {
            TaskPage.attempt("incident.accept.done", () -> handling.accept(number));
            parts.again(details, this::show);
        });
        return TaskPage.claiming("incident.accept.text", accept, open);
    }

    private Section form(Details details, Open open) {
        var form = new SchemaForm(schemas.schema("incident/handle-incident"));
        form.setValues(Map.of("outcome", "handled"));
        var photos = new PhotoUpload(photoService);
        photos.setLabel(getTranslation("incident.handle.photos"));
        // Photos after handling make no sense for what is handed up.
        form.component("outcome")
                .ifPresent(outcome -> ((HasValue<?, ?>) outcome)
                        .addValueChangeListener(change -> photos.setVisible("handled".equals(change.getValue()))));
        DraftKeeper keeper = parts.keeper(open.task(), form)
                .with("photos", photos, sent -> sent, kept -> stillWaiting(kept, photos))
                .start();
        Button done = TaskPage.primary(getTranslation("incident.handle.send"), () -> {
            if (form.validate() & photos.validate()) {
                send(
                        open.key(),
                        keeper,
                        details,
                        form.values(),
                        photos.getValue() == null ? List.of() : photos.getValue());
            }
        });
        var section = new Section(
                new H2(getTranslation("task.incident.handleIncident")),
                keeper.notes(),
                form,
                photos,
                keeper,
                TaskPage.actions(
                        done, TaskPage.release(parts, details, Tasks.HANDLE_INCIDENT, open.key()), open.bar()));
        section.addClassName("bihuan-card");
        return section;
    }

    /** Photos of a draft wait for a day; of those that do no longer the field says how many they were. */
    private List<PreparedPhoto> stillWaiting(JsonNode kept, PhotoUpload field) {
        List<PreparedPhoto> all = List.of(JsonMapper.shared().treeToValue(kept, PreparedPhoto[].class));
        List<PreparedPhoto> waiting = all.stream()
                .filter(photo -> photoService.preview(photo).length > 0)
                .toList();
        if (waiting.size() < all.size()) {
            field.setHelperText(getTranslation("incident.handle.photosGone", all.size() - waiting.size()));
        }
        return waiting;
    }

    private void send(
            SendKeyField key,
            DraftKeeper keeper,
            Details details,
            Map<String, Object> answers,
            List<PreparedPhoto> photos) {
        var number = details.incident().caseNumber();
        int version = details.incident().version();
        boolean handled = "handled".equals(answers.get("outcome"));
        boolean sent = handled
                ? TaskPage.send(
                        key,
                        List.of("handled", number, version, answers, photos),
                        "incident.handle.done",
                        () -> handling.handled(number, version, (String) answers.get("note"), photos))
                : TaskPage.send(
                        key,
                        List.of("handUp", number, version, answers),
                        "incident.handUp.done",
                        () -> handling.handUp(
                                number, version, HandUpReason.of((String) answers.get("handUpReason")), (String)
                                        answers.get("handUpNote")));
        if (sent) {
            keeper.forget();
            getUI().ifPresent(ui -> ui.navigate(""));
        }
    }
}
