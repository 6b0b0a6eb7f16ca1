package org.bihuan.incident.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bihuan.attachment.RejectedPhotoException;
import org.bihuan.idempotency.SendKeyField;
import org.bihuan.inbox.InboxTask;
import org.bihuan.incident.IncidentLookup.Details;
import org.bihuan.incident.NoEarlierCaseException;
import org.bihuan.incident.NobodyThereException;
import org.bihuan.incident.OutOfReachException;
import org.bihuan.task.ui.Attempts;
import org.bihuan.trace.CaseHead;
import org.jspecify.annotations.Nullable;

/** Frame of a page on which somebody works on an incident: head above, the work left, the context right. */
class TaskPage extends Composite<Div> {

    TaskPage(CaseParts parts, Details details, Component... work) {
        this(parts, details, parts.head(details), work);
    }

    TaskPage(CaseParts parts, Details details, CaseHead head, Component... work) {
        var left = new Div(work);
        left.addClassName("incident-work");
        left.add(parts.facts().facts(details));
        var columns = new Div(left, parts.facts().context(details));
        columns.addClassName("bihuan-two-columns");
        getContent().addClassName("incident-page");
        getContent().add(head, columns);
    }

    /**
     * What the page is about while the reader has the task or may take it.
     *
     * @param key under which the page sends
     * @param bar what else can be done
     */
    record Open(InboxTask task, SendKeyField key, Component bar) {}

    private static Section notice(String text, Details details, Component bar) {
        var see = new Anchor(
                "incidents/" + details.incident().caseNumber(), UI.getCurrent().getTranslation("incident.task.see"));
        var section = new Section(new Paragraph(text), actions(see, bar));
        section.addClassNames("bihuan-card", "incident-notice");
        return section;
    }

    /** The one thing to do next. */
    static Button primary(String text, Runnable verb) {
        var button = new Button(text);
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_LARGE);
        button.addClassName("bihuan-primary");
        button.setDisableOnClick(true);
        button.addClickListener(click -> {
            try {
                verb.run();
            } finally {
                button.setEnabled(true);
            }
        });
        return button;
    }

    /** Gives the task back, for somebody who cannot go on with it. */
    static Button release(CaseParts parts, Details details, String taskKey, SendKeyField key) {
        UI ui = UI.getCurrent();
        var content = List.of(
                "release",
                taskKey,
                details.incident().caseNumber(),
                details.incident().version());
        var button = new Button(ui.getTranslation("incident.release"), click -> {
            if (send(key, content, "incident.release.done", () -> parts.release(details, taskKey))) {
                ui.navigate("");
            }
        });
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        return button;
    }

    static Div actions(Component... buttons) {
        var actions = new Div(buttons);
        actions.addClassName("bihuan-actions");
        return actions;
    }

    /**
     * What the reader can do about the task now: claim it, work on it, or read who has it or that it is over; beside it
     * what else can be done.
     *
     * @param show shows the page anew
     */
    static Section work(
            CaseParts parts,
            Details details,
            String taskKey,
            Consumer<Details> show,
            Function<Open, Section> claiming,
            Function<Open, Section> form) {
        // Also where there is no form any more: who sent it and never saw the answer is told here.
        SendKeyField key = parts.sendKey(details, taskKey);
        InboxTask task = parts.task(details, taskKey).orElse(null);
        Component bar = parts.actions(details, task, () -> parts.again(details, show));
        Section work = task == null
                ? over(parts, details, bar)
                : work(parts, details, new Open(task, key, bar), claiming, form);
        work.add(key);
        return work;
    }

    private static Section over(CaseParts parts, Details details, Component bar) {
        return notice(
                UI.getCurrent().getTranslation("incident.task.over")
                        + parts.lastDeed(details).orElse(""),
                details,
                bar);
    }

    private static Section work(
            CaseParts parts,
            Details details,
            Open open,
            Function<Open, Section> claiming,
            Function<Open, Section> form) {
        if (open.task().assigneeId() == null || parts.mayTakeOver(open.task())) {
            return claiming.apply(open);
        }
        return parts.mine(open.task())
                ? form.apply(open)
                : notice(
                        UI.getCurrent().getTranslation("incident.task.held", parts.holder(open.task())),
                        details,
                        open.bar());
    }

    /** The card of a task that nobody has yet. */
    static Section claiming(String textKey, Button claim, Open open) {
        var section = new Section(new Paragraph(UI.getCurrent().getTranslation(textKey)), actions(claim, open.bar()));
        section.addClassName("bihuan-card");
        return section;
    }

    /**
     * As {@link #attempt}, once: sent again under the same key it says the same and does nothing.
     *
     * @param content everything that is sent, the verb first
     * @return whether it was done, now or before
     */
    static boolean send(SendKeyField key, List<?> content, String doneKey, Runnable verb) {
        return attempt(doneKey, () -> key.send(content, doneKey, verb));
    }

    /**
     * Does it and says so; says in plain words what hindered it.
     *
     * @return whether it was done
     */
    static boolean attempt(@Nullable String doneKey, Runnable verb) {
        UI ui = UI.getCurrent();
        try {
            return Attempts.attempt(doneKey, verb);
        } catch (NobodyThereException e) {
            Attempts.refused(ui.getTranslation("incident.error.nobody", e.getMessage()));
        } catch (OutOfReachException e) {
            Attempts.refused(ui.getTranslation("incident.error.outOfReach", e.getMessage()));
        } catch (NoEarlierCaseException e) {
            Attempts.refused(ui.getTranslation("incident.error.noEarlier"));
        } catch (RejectedPhotoException e) {
            Attempts.refused(ui.getTranslation(e.translationKey()));
        }
        return false;
    }
}
