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
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.VaadinSession;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bihuan.attachment.RejectedPhotoException;
import org.bihuan.casefile.StaleCaseException;
import org.bihuan.idempotency.OtherContentException;
import org.bihuan.idempotency.SendKeyField;
import org.bihuan.inbox.AlreadyTakenException;
import org.bihuan.inbox.ClaimRefusedException;
import org.bihuan.inbox.InboxTask;
import org.bihuan.inbox.NotYourTaskException;
import org.bihuan.inbox.TaskRefusedException;
import org.bihuan.incident.IncidentLookup.Details;
import org.bihuan.incident.NoEarlierCaseException;
import org.bihuan.incident.NobodyThereException;
import org.bihuan.incident.OutOfReachException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;

/** Frame of a page on which somebody works on an incident: head above, the work left, the context right. */
class TaskPage extends Composite<Div> {

    TaskPage(CaseParts parts, Details details, Component... work) {
        var left = new Div(work);
        left.addClassName("incident-work");
        left.add(parts.facts(details));
        var columns = new Div(left, parts.context(details));
        columns.addClassName("bihuan-two-columns");
        getContent().addClassName("incident-page");
        getContent().add(parts.head(details), columns);
    }

    private static Section notice(String text, String caseNumber) {
        var section = new Section(
                new Paragraph(text),
                new Anchor("incidents/" + caseNumber, UI.getCurrent().getTranslation("incident.task.see")));
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

    /** What the reader can do about the task now: claim it, work on it, or read who has it or that it is over. */
    static Section work(
            CaseParts parts,
            Details details,
            String taskKey,
            Supplier<Section> claiming,
            Function<SendKeyField, Section> form) {
        // Also where there is no form any more: who sent it and never saw the answer is told here.
        SendKeyField key = parts.sendKey(details, taskKey);
        Section work = work(parts, details, taskKey, claiming, () -> form.apply(key));
        work.add(key);
        return work;
    }

    private static Section work(
            CaseParts parts, Details details, String taskKey, Supplier<Section> claiming, Supplier<Section> form) {
        String number = details.incident().caseNumber().value();
        UI ui = UI.getCurrent();
        InboxTask task = parts.task(details, taskKey).orElse(null);
        if (task == null) {
            return notice(
                    ui.getTranslation("incident.task.over")
                            + parts.lastDeed(details).orElse(""),
                    number);
        }
        if (task.assigneeId() == null) {
            return claiming.get();
        }
        return parts.mine(task)
                ? form.get()
                : notice(ui.getTranslation("incident.task.held", parts.holder(task)), number);
    }

    /** The card of a task that nobody has yet. */
    static Section claiming(String textKey, Button claim) {
        var section = new Section(new Paragraph(UI.getCurrent().getTranslation(textKey)), actions(claim));
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
            verb.run();
            if (doneKey != null) {
                Notification.show(ui.getTranslation(doneKey)).addThemeVariants(NotificationVariant.LUMO_SUCCESS);
            }
            return true;
        } catch (AlreadyTakenException | StaleCaseException | ConcurrencyFailureException e) {
            // Said in the same words wherever it happens.
            VaadinSession.getCurrent().getErrorHandler().error(new ErrorEvent(e));
        } catch (NotYourTaskException e) {
            refused(ui.getTranslation("incident.error.notYours"));
        } catch (ClaimRefusedException e) {
            refused(ui.getTranslation(e.reasonKey()));
        } catch (TaskRefusedException e) {
            refused(ui.getTranslation(e.reasonKey(), e.values()));
        } catch (NobodyThereException e) {
            refused(ui.getTranslation("incident.error.nobody", e.getMessage()));
        } catch (OutOfReachException e) {
            refused(ui.getTranslation("incident.error.outOfReach", e.getMessage()));
        } catch (NoEarlierCaseException e) {
            refused(ui.getTranslation("incident.error.noEarlier"));
        } catch (RejectedPhotoException e) {
            refused(ui.getTranslation(e.translationKey()));
        } catch (OtherContentException e) {
            refused(ui.getTranslation("idempotency.otherContent"));
        }
        return false;
    }

    private static void refused(String text) {
        Notification.show(text, 8000, Notification.Position.TOP_CENTER)
                .addThemeVariants(NotificationVariant.LUMO_ERROR);
    }
}
