package org.bihuan.operation.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.engine.TokenMoves.Step;
import org.bihuan.engine.TokenMoves.Token;
import org.bihuan.operation.RepairRefusedException;
import org.bihuan.operation.RepairService;
import org.bihuan.operation.RepairService.Choice;

/** Proposes to move a case: from where, to where, and why. */
class RepairDialog extends Dialog {

    private static final int LONGEST_REASON = 500;

    private final transient RepairService service;
    private final transient Runnable proposed;
    private final CaseNumber number;
    private final Select<Token> from = new Select<>();
    private final Select<Step> to = new Select<>();
    private final TextArea reason = new TextArea();
    private final Paragraph error = new Paragraph();

    RepairDialog(CaseNumber number, RepairService service, Runnable proposed) {
        this.number = number;
        this.service = service;
        this.proposed = proposed;
        setHeaderTitle(getTranslation("operation.repair.title", number.value()));
        setWidth("min(520px, 100%)");
        Choice choice = service.choice(number);
        Div body = new Div();
        body.addClassName("operation-dialog");
        error.addClassNames("bihuan-message", "bihuan-message-error");
        error.getElement().setAttribute("role", "alert");
        error.setVisible(false);
        Button cancel = new Button(getTranslation("operation.cancel"), click -> close());
        getFooter().add(cancel);
        if (choice.places().isEmpty() || choice.steps().isEmpty()) {
            body.add(new Paragraph(getTranslation(
                    choice.places().isEmpty() ? "operation.repair.noPlace" : "operation.repair.noStep")));
        } else {
            fields(choice);
            body.add(new Paragraph(getTranslation("operation.repair.advice")), from, to, reason, error);
            Button propose = new Button(getTranslation("operation.repair.propose"), click -> propose());
            propose.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            getFooter().add(propose);
        }
        add(body);
    }

    private void fields(Choice choice) {
        from.setLabel(getTranslation("operation.repair.from"));
        from.setItems(choice.places());
        from.setItemLabelGenerator(Token::name);
        from.setValue(choice.places().getFirst());
        to.setLabel(getTranslation("operation.repair.to"));
        List<Step> steps = choice.steps();
        to.setItems(steps);
        to.setItemLabelGenerator(Step::name);
        to.setValue(steps.getFirst());
        reason.setLabel(getTranslation("operation.repair.reason"));
        reason.setRequiredIndicatorVisible(true);
        reason.setMaxLength(LONGEST_REASON);
    }

    private void propose() {
        try {
            service.propose(number, from.getValue(), to.getValue().id(), reason.getValue());
            close();
            proposed.run();
        } catch (RepairRefusedException e) {
            error.setText(getTranslation(e.translationKey()));
            error.setVisible(true);
        }
    }
}
