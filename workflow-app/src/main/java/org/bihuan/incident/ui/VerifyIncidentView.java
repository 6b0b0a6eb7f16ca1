package org.bihuan.incident.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Map;
import java.util.Optional;
import org.bihuan.attachment.PhotoGallery;
import org.bihuan.form.FormSchemas;
import org.bihuan.form.SchemaForm;
import org.bihuan.inbox.InboxTask;
import org.bihuan.incident.IncidentLookup.Details;
import org.bihuan.incident.IncidentVerification;
import org.bihuan.incident.process.IncidentHandlingBpmn.Tasks;
import org.bihuan.org.CurrentUser;

/** The community compares before and after, and passes or sends back. */
@Route("incident/verify-incident/:caseNumber")
@PermitAll
class VerifyIncidentView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient IncidentVerification verification;
    private final transient CaseParts parts;
    private final transient FormSchemas schemas;
    private final transient CurrentUser currentUser;

    VerifyIncidentView(
            IncidentVerification verification, CaseParts parts, FormSchemas schemas, CurrentUser currentUser) {
        this.verification = verification;
        this.parts = parts;
        this.schemas = schemas;
        this.currentUser = currentUser;
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
        Optional<InboxTask> task = parts.task(details, Tasks.VERIFY_INCIDENT);
        Component work = task.<Component>map(open -> open.assigneeId() == null
                        ? taking(details)
                        : TaskPage.mine(open, currentUser.require().id())
                                ? form(details)
                                : TaskPage.notice(
                                        getTranslation("incident.task.held", parts.holder(open)),
                                        details.incident().caseNumber().value()))
                .orElseGet(() -> TaskPage.notice(
                        getTranslation("incident.task.over"),
                        details.incident().caseNumber().value()));
        var comparison = new Section(PhotoGallery.beforeAndAfter(parts.photos(details), PhotoGallery.staffUrl()));
        comparison.addClassName("bihuan-card");
        add(new TaskPage(parts, details, comparison, work));
    }

    private Component taking(Details details) {
        var number = details.incident().caseNumber();
        Button take = TaskPage.primary(getTranslation("incident.verify.take"), () -> {
            TaskPage.attempt(null, () -> verification.take(number));
            show(parts.details(Optional.of(number.value())));
        });
        var section =
                new Section(new Paragraph(getTranslation("incident.verify.take.text")), TaskPage.actions(take));
        section.addClassName("bihuan-card");
        return section;
    }

    private Component form(Details details) {
        var form = new SchemaForm(schemas.schema("incident/verify-incident"));
        Button send = TaskPage.primary(getTranslation("incident.verify.send"), () -> {
            if (form.validate()) {
                send(details, form.values());
            }
        });
        var section =
                new Section(new H2(getTranslation("task.incident.verifyIncident")), form, TaskPage.actions(send));
        section.addClassName("bihuan-card");
        return section;
    }

    private void send(Details details, Map<String, Object> answers) {
        var number = details.incident().caseNumber();
        int version = details.incident().version();
        boolean passed = "true".equals(answers.get("passed"));
        boolean sent = passed
                ? TaskPage.attempt(
                        "incident.verify.passed",
                        () -> verification.pass(
                                number, version, String.valueOf(answers.getOrDefault("opinion", ""))))
                : TaskPage.attempt(
                        "incident.verify.sentBack",
                        () -> verification.sendBack(number, version, (String) answers.get("returnReason")));
        if (sent) {
            getUI().ifPresent(ui -> ui.navigate(""));
        }
    }
}
