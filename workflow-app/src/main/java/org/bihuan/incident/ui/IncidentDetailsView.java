package org.bihuan.incident.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.util.Optional;
import java.util.stream.Stream;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.form.FormSchemas;
import org.bihuan.inbox.InboxQueries;
import org.bihuan.inbox.InboxService;
import org.bihuan.incident.IncidentDispatch;
import org.bihuan.incident.IncidentLookup.Details;
import org.bihuan.trace.CaseHead;

/** Everything about one incident, for whoever may see it; leads to the work when there is some for the reader. */
@Route("incidents/:caseNumber")
class IncidentDetailsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient CaseParts parts;
    private final transient IncidentDispatch dispatch;
    private final transient FormSchemas schemas;
    private final transient InboxService inbox;
    private final transient InboxQueries queries;
    private String title = "";

    IncidentDetailsView(
            CaseParts parts, IncidentDispatch dispatch, FormSchemas schemas, InboxService inbox, InboxQueries queries) {
        this.parts = parts;
        this.dispatch = dispatch;
        this.schemas = schemas;
        this.inbox = inbox;
        this.queries = queries;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(parts.details(event.getRouteParameters().get("caseNumber")));
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void show(Details details) {
        var number = details.incident().caseNumber();
        title = number.value();
        removeAll();
        var work = new Section();
        waiting(number)
                .ifPresent(open ->
                        work.add(new Paragraph(getTranslation("incident.task.waiting")), TaskPage.actions(open)));
        if (details.mayDismiss()) {
            work.add(
                    new Paragraph(getTranslation("incident.dismiss.text")),
                    new DismissButtons(dispatch, parts, schemas, details, () -> parts.again(details, this::show)));
        }
        work.addClassName("bihuan-card");
        work.setVisible(work.getComponentCount() > 0);
        CaseHead head = parts.head(details);
        head.setActions(parts.actions(details, null, () -> parts.again(details, this::show)));
        add(new TaskPage(parts, details, head, work));
    }

    /** The way to the task that waits for the reader, or else to what the reader is asked about it. */
    private Optional<Button> waiting(CaseNumber number) {
        return Stream.concat(
                        inbox.tasks(number).stream()
                                .filter(parts::forMe)
                                .map(task -> open("task.incident." + task.taskKey(), task.formKey() + "/" + number)),
                        queries.asked(number).stream().map(item -> open("inbox.kind." + item.kind(), item.route())))
                .findFirst();
    }

    private Button open(String key, String route) {
        return TaskPage.primary(
                getTranslation("incident.task.open", getTranslation(key)),
                () -> getUI().ifPresent(ui -> ui.navigate(route)));
    }
}
