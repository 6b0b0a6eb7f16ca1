package org.bihuan.task.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.VaadinSession;
import java.util.List;
import org.bihuan.casefile.StaleCaseException;
import org.bihuan.idempotency.OtherContentException;
import org.bihuan.idempotency.SendKeyField;
import org.bihuan.inbox.AlreadyTakenException;
import org.bihuan.inbox.ClaimRefusedException;
import org.bihuan.inbox.NotYourTaskException;
import org.bihuan.inbox.TaskRefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;

/** Tries something with a task and says in plain words that it was done, or what hindered it. */
public final class Attempts {

    private static final int MILLISECONDS_SHOWN = 8000;

    private Attempts() {}

    /**
     * Does it once: sent again under the same key it says the same and does nothing.
     *
     * @param content everything that is sent, the verb first
     * @return whether it was done, now or before
     */
    public static boolean send(SendKeyField key, List<?> content, String doneKey, Runnable verb) {
        return attempt(doneKey, () -> key.send(content, doneKey, verb));
    }

    /**
     * Does it and says so.
     *
     * @return whether it was done
     */
    public static boolean attempt(@Nullable String doneKey, Runnable verb) {
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
            refused(ui.getTranslation("inbox.notYours"));
        } catch (ClaimRefusedException e) {
            refused(ui.getTranslation(e.reasonKey()));
        } catch (TaskRefusedException e) {
            refused(ui.getTranslation(e.reasonKey(), e.values()));
        } catch (OtherContentException e) {
            refused(ui.getTranslation("idempotency.otherContent"));
        }
        return false;
    }

    /** Says what hinders. */
    public static void refused(String text) {
        Notification.show(text, MILLISECONDS_SHOWN, Notification.Position.TOP_CENTER)
                .addThemeVariants(NotificationVariant.LUMO_ERROR);
    }
}
