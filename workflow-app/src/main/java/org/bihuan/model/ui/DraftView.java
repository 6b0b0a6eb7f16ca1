package org.bihuan.model.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import org.bihuan.calendar.DateFormats;
import org.bihuan.model.DraftState;
import org.bihuan.model.ModelDraft;
import org.bihuan.model.ModelDrafts;
import org.bihuan.model.ModelRefusedException;
import org.bihuan.trace.ProcessDiagram;

/** A draft as the second person sees it: what changes, what the rules say, the drawing, and the decision. */
@Route("admin/models/:draft([0-9]{1,18})")
class DraftView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String DRAFT = "draft";

    private final ModelDrafts drafts;
    private final Div content = new Div();
    private final Div message = new Div();
    private final TextArea note = new TextArea();
    private long id;

    DraftView(ModelDrafts drafts) {
        this.drafts = drafts;
        addClassName("model");
        message.getElement().setAttribute("role", "status");
        add(new RouterLink(getTranslation("model.back"), ModelsView.class), message, content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = event.getRouteParameters().getLong(DRAFT).orElseThrow(NotFoundException::new);
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("model.draft.title", String.valueOf(id));
    }

    private void show() {
        ModelDrafts.Review review = drafts.review(id).orElseThrow(NotFoundException::new);
        content.removeAll();
        content.add(head(review), differences(review), findings(review), diagram(review));
        if (review.draft().state() == DraftState.DRAFT) {
            content.add(decision(review));
        }
    }

    private Component head(ModelDrafts.Review review) {
        ModelDraft draft = review.draft();
        var state = new Div(ModelWords.state(draft.state(), this::getTranslation));
        String when = DateFormats.dateTime(draft.createdAt(), getLocale());
        var head = new Section(
                new H1(getTranslation("model.draft.of", review.processName())),
                state,
                new Paragraph(getTranslation("model.draft.by", draft.authorName(), when)),
                new Paragraph(getTranslation("model.draft.reason", draft.reason())));
        if (draft.deciderName() != null && draft.decidedAt() != null) {
            head.add(new Paragraph(getTranslation(
                    "model.decided." + draft.state(),
                    draft.deciderName(),
                    DateFormats.dateTime(draft.decidedAt(), getLocale()),
                    String.valueOf(draft.deployedVersion()),
                    String.valueOf(draft.decisionNote()))));
        }
        if (review.outdated()) {
            head.add(warning("model.refused.OUTDATED"));
        }
        head.addClassName("bihuan-card");
        return head;
    }

    private Component differences(ModelDrafts.Review review) {
        Section section = card("model.difference");
        if (review.difference().isEmpty()) {
            section.add(new Paragraph(getTranslation("model.difference.none")));
        }
        difference(section, "model.difference.added", review.difference().added());
        difference(section, "model.difference.removed", review.difference().removed());
        difference(section, "model.difference.changed", review.difference().changed());
        return section;
    }

    private void difference(Section section, String title, List<String> elements) {
        if (!elements.isEmpty()) {
            var list = new UnorderedList();
            elements.forEach(element -> list.add(new ListItem(element)));
            section.add(new Paragraph(getTranslation(title, String.valueOf(elements.size()))), list);
        }
    }

    private Component findings(ModelDrafts.Review review) {
        Section section = card("model.findings");
        if (review.findings().isEmpty()) {
            var good = new Paragraph(getTranslation("model.findings.none"));
            good.addClassNames("bihuan-message", "bihuan-message-success");
            section.add(good);
        } else {
            section.add(ModelWords.findings(review.findings(), this::getTranslation));
        }
        return section;
    }

    private Component diagram(ModelDrafts.Review review) {
        Section section = card("model.diagram");
        section.add(ProcessDiagram.ofModel(review.draft().xml()));
        return section;
    }

    private Component decision(ModelDrafts.Review review) {
        ModelDraft draft = review.draft();
        Section section = card("model.decision");
        if (review.own()) {
            var withdraw = new Button(
                    getTranslation("model.withdraw"), click -> act(() -> drafts.withdraw(id, draft.version())));
            section.add(new Paragraph(getTranslation("model.decision.own")), withdraw);
            return section;
        }
        note.setLabel(getTranslation("model.reject.why"));
        note.setMaxLength(500);
        note.clear();
        note.setInvalid(false);
        var approve =
                new Button(getTranslation("model.approve"), click -> act(() -> drafts.approve(id, draft.version())));
        approve.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        approve.setEnabled(review.findings().isEmpty() && !review.outdated());
        var reject = new Button(getTranslation("model.reject"), click -> reject(draft));
        reject.addThemeVariants(ButtonVariant.LUMO_ERROR);
        var actions = new Div(approve, reject);
        actions.addClassName("bihuan-actions");
        section.add(new Paragraph(getTranslation("model.decision.help")), note, actions);
        return section;
    }

    private void reject(ModelDraft draft) {
        note.setInvalid(note.getValue().isBlank());
        if (note.isInvalid()) {
            note.setErrorMessage(getTranslation("model.refused.NO_REASON"));
            note.focus();
        } else {
            act(() -> drafts.reject(id, draft.version(), note.getValue()));
        }
    }

    private void act(Runnable act) {
        message.removeAll();
        message.setClassName("");
        try {
            act.run();
        } catch (ModelRefusedException e) {
            message.add(warning(e.messageKey()));
        }
        show();
    }

    private Component warning(String key) {
        var words = new Paragraph(getTranslation(key, ""));
        words.addClassNames("bihuan-message", "bihuan-message-warning");
        return words;
    }

    private Section card(String title) {
        var section = new Section(new H2(getTranslation(title)));
        section.addClassName("bihuan-card");
        return section;
    }
}
