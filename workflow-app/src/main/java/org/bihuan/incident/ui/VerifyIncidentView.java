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
import java.util.Map;
import org.bihuan.attachment.PhotoGallery;
import org.bihuan.form.FormSchemas;
import org.bihuan.form.SchemaForm;
import org.bihuan.idempotency.SendKeyField;
import org.bihuan.incident.IncidentLookup.Details;
import org.bihuan.incident.IncidentVerification;
import org.bihuan.incident.process.IncidentHandlingBpmn.Tasks;
import org.bihuan.incident.ui.TaskPage.Open;
import org.bihuan.task.ui.DraftKeeper;

/** The community compares before and after, and passes or sends back. */
@Route("incident/verify-incident/:caseNumber")
class VerifyIncidentView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient IncidentVerification verification;
    private final transient CaseParts parts;
    private final transient FormSchemas schemas;

    VerifyIncidentView(IncidentVerification verification, CaseParts parts, FormSchemas schemas) {
        this.verification = verification;
        this.parts = parts;
        this.schemas = schemas;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(parts.details(event.getRouteParameters().get("caseNumber")));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("task.incident.verifyIncident");
    }

    private void show(Details details) {
        removeAll();
        Component work = TaskPage.work(
                parts,
                details,
                Tasks.VERIFY_INCIDENT,
                this::show,
                open -> claiming(details, open),
                open -> form(details, open));
        var comparison =
                new Section(PhotoGallery.beforeAndAfter(parts.facts().photos(details), PhotoGallery.staffUrl()));
        comparison.addClassName("bihuan-card");
        add(new TaskPage(parts, details, comparison, work));
    }

    private Section claiming(Details details, Open open) {
        var number = details.incident().caseNumber();
        Button take = TaskPage.primary(getTranslation("incident.verify.take"), () -> {
            TaskPage.attempt(null, () -> verification.take(number));
            parts.again(details, this::show);
        });
        return TaskPage.claiming("incident.verify.take.text", take, open);
    }

    private Section form(Details details, Open open) {
        var form = new SchemaForm(schemas.schema("incident/verify-incident"));
        DraftKeeper keeper = parts.keeper(open.task(), form).start();
        Button send = TaskPage.primary(getTranslation("incident.verify.send"), () -> {
            if (form.validate()) {
                send(open.key(), keeper, details, form.values());
            }
        });
        var section = new Section(
                new H2(getTranslation("task.incident.verifyIncident")),
                keeper.notes(),
                form,
                keeper,
                TaskPage.actions(
                        send, TaskPage.release(parts, details, Tasks.VERIFY_INCIDENT, open.key()), open.bar()));
        section.addClassName("bihuan-card");
        return section;
    }

    private void send(SendKeyField key, DraftKeeper keeper, Details details, Map<String, Object> answers) {
        var number = details.incident().caseNumber();
        int version = details.incident().version();
        boolean passed = "true".equals(answers.get("passed"));
        boolean sent = passed
                ? TaskPage.send(
                        key,
                        List.of("pass", number, version, answers),
                        "incident.verify.passed",
                        () -> verification.pass(number, version, String.valueOf(answers.getOrDefault("opinion", ""))))
                : TaskPage.send(
                        key,
                        List.of("sendBack", number, version, answers),
                        "incident.verify.sentBack",
                        () -> verification.sendBack(number, version, (String) answers.get("returnReason")));
        if (sent) {
            keeper.forget();
            getUI().ifPresent(ui -> ui.navigate(""));
        }
    }
}
