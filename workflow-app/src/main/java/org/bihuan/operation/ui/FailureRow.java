package org.bihuan.operation.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.function.Consumer;
import org.bihuan.calendar.DateFormats;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.engine.FailedJobs.Outcome;
import org.bihuan.operation.FailedJobService;
import org.bihuan.operation.FailedJobService.Failure;

/** A failed job: which case, which step, why, since when, and what can be done. */
class FailureRow extends Article {

    private final transient Failure failure;
    private final transient FailedJobService service;
    private final Span state = new Span();
    private final Button retry = new Button();
    private final Button move = new Button();
    private boolean retried;

    FailureRow(Failure failure, FailedJobService service, Consumer<CaseNumber> repair) {
        this.failure = failure;
        this.service = service;
        addClassNames("bihuan-card", "operation-row");
        String number = failure.job().caseNumber();
        H3 heading = new H3(
                number == null
                        ? failure.job().elementName()
                        : number + " · " + failure.job().elementName());
        Paragraph why = new Paragraph(
                failure.reason().isEmpty() ? getTranslation("operation.jobs.noReason") : failure.reason());
        why.addClassName("operation-reason");
        Paragraph when = new Paragraph(getTranslation(
                "operation.jobs.since",
                DateFormats.dateTime(failure.job().since(), getLocale()),
                failure.tries(),
                failure.job().processName()));
        when.addClassName("operation-when");
        retry.setText(getTranslation("operation.retry"));
        retry.addClickListener(click -> retry());
        Div actions = new Div(retry);
        actions.addClassName("operation-actions");
        if (number != null) {
            Button move =
                    new Button(getTranslation("operation.repair"), click -> repair.accept(new CaseNumber(number)));
            actions.add(move);
        }
        state.addClassName("operation-outcome");
        state.getElement().setAttribute("role", "status");
        actions.add(state);
        add(heading, why, when);
        if (!failure.errorId().isEmpty()) {
            add(new Paragraph(getTranslation("operation.jobs.errorId", failure.errorId())));
        }
        add(actions, stack());
    }

    /** Shows what the person may do. */
    void offer(boolean mayRetry, boolean mayPropose) {
        retry.setVisible(mayRetry);
        move.setVisible(mayPropose);
    }

    Failure failure() {
        return failure;
    }

    /** Lets it be tried once more and says whether that was possible. */
    void retry() {
        retried = service.retry(failure.job().jobId());
        retry.setEnabled(!retried);
        state.setText(getTranslation(retried ? "operation.outcome.WAITING" : "operation.outcome.gone"));
    }

    /** Says what became of another try. */
    void refresh() {
        if (retried) {
            Outcome outcome = service.outcome(failure.job().jobId());
            state.setText(getTranslation("operation.outcome." + outcome.name()));
            state.setClassName("operation-done", outcome == Outcome.DONE);
            retry.setEnabled(outcome == Outcome.FAILED);
        }
    }

    /** The stack trace is read when somebody wants to see it. */
    private Details stack() {
        Details details = new Details(getTranslation("operation.stack"));
        details.addOpenedChangeListener(change -> {
            if (change.isOpened() && details.getContent().findAny().isEmpty()) {
                details.add(ErrorFinder.pre(service.stackTrace(failure.job().jobId())));
            }
        });
        return details;
    }
}
