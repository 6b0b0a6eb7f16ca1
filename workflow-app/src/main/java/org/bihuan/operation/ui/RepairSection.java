package org.bihuan.operation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bihuan.calendar.DateFormats;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.operation.Repair;
import org.bihuan.operation.RepairRefusedException;
import org.bihuan.operation.RepairService;
import org.bihuan.operation.RepairState;
import org.bihuan.org.CurrentUser;

/** Proposals to move a case, and the second administrator's word on them. */
class RepairSection extends Section {

    private static final int PAGE = 5;

    private final transient RepairService service;
    private final transient CurrentUser user;
    private final TextField number = new TextField();
    private final Div list = new Div();
    private final Button more = new Button();
    private final transient List<Repair> shown = new ArrayList<>();

    RepairSection(RepairService service, CurrentUser user, boolean mayPropose) {
        this.service = service;
        this.user = user;
        list.addClassName("operation-list");
        number.setLabel(getTranslation("operation.repair.number"));
        number.setPlaceholder("SBQ-2026-000123");
        Div row = new Div(number, new Button(getTranslation("operation.repair"), click -> choose()));
        row.addClassName("operation-filter");
        row.setVisible(mayPropose);
        more.setText(getTranslation("operation.more"));
        more.addClickListener(click -> next());
        add(new H2(getTranslation("operation.repair.section")), row, list, more);
        first();
    }

    void first() {
        shown.clear();
        list.removeAll();
        next();
    }

    private void next() {
        List<Repair> page = service.page(shown.isEmpty() ? Optional.empty() : Optional.of(shown.getLast()), PAGE + 1);
        page.stream().limit(PAGE).forEach(repair -> {
            shown.add(repair);
            list.add(row(repair));
        });
        more.setVisible(page.size() > PAGE);
    }

    private void choose() {
        try {
            number.setInvalid(false);
            new RepairDialog(new CaseNumber(number.getValue().strip()), service, this::first).open();
        } catch (IllegalArgumentException e) {
            number.setErrorMessage(getTranslation("operation.repair.number.bad"));
            number.setInvalid(true);
        }
    }

    private Component row(Repair repair) {
        Article row = new Article();
        row.addClassNames("bihuan-card", "operation-row");
        Span state = new Span(
                getTranslation("operation.repair.state." + repair.state().name()));
        state.addClassNames(
                "bihuan-chip", repair.state() == RepairState.PROPOSED ? "bihuan-chip-amber" : "operation-decided");
        row.add(
                new H3(new Span(repair.caseNumber() + " "), state),
                new Paragraph(getTranslation("operation.repair.move", repair.fromName(), repair.toName())),
                new Paragraph(repair.reason()));
        Paragraph who = new Paragraph(getTranslation(
                "operation.repair.proposed",
                repair.proposerName(),
                DateFormats.dateTime(repair.proposedAt(), getLocale())));
        who.addClassName("operation-when");
        row.add(who);
        if (repair.decidedAt() != null) {
            Paragraph decided = new Paragraph(getTranslation(
                    "operation.repair.decided",
                    repair.deciderName(),
                    DateFormats.dateTime(repair.decidedAt(), getLocale()),
                    repair.decision()));
            decided.addClassName("operation-when");
            row.add(decided);
        }
        if (repair.state() == RepairState.PROPOSED) {
            row.add(actions(repair));
        }
        return row;
    }

    private Component actions(Repair repair) {
        Div actions = new Div();
        actions.addClassName("operation-actions");
        if (user.staffId().filter(id -> id == repair.proposedBy()).isPresent()) {
            actions.add(
                    new Button(
                            getTranslation("operation.repair.withdraw"),
                            click -> act(() -> service.withdraw(repair.id()))),
                    new Span(getTranslation("operation.repair.needsOther")));
        } else {
            Button approve =
                    new Button(getTranslation("operation.repair.approve"), click -> act(() -> approve(repair)));
            approve.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            approve.setDisableOnClick(true);
            actions.add(approve, new Button(getTranslation("operation.repair.reject"), click -> reject(repair)));
        }
        return actions;
    }

    private void approve(Repair repair) {
        RepairState outcome = service.approve(repair.id());
        Notification.show(getTranslation("operation.repair.outcome." + outcome.name(), repair.caseNumber()));
    }

    private void reject(Repair repair) {
        Dialog dialog = new Dialog(getTranslation("operation.repair.reject"));
        dialog.setWidth("min(480px, 100%)");
        TextArea why = new TextArea(getTranslation("operation.repair.reason"));
        why.setRequiredIndicatorVisible(true);
        why.setWidthFull();
        dialog.add(why);
        Button reject = new Button(getTranslation("operation.repair.reject"), click -> {
            if (act(() -> service.reject(repair.id(), why.getValue()))) {
                dialog.close();
            }
        });
        reject.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.getFooter().add(new Button(getTranslation("operation.cancel"), click -> dialog.close()), reject);
        dialog.open();
        why.focus();
    }

    /** The list is shown anew in any case: what is refused has usually changed. */
    private boolean act(Runnable deed) {
        try {
            deed.run();
            return true;
        } catch (RepairRefusedException e) {
            Notification.show(getTranslation(e.translationKey()));
            return false;
        } finally {
            first();
        }
    }
}
