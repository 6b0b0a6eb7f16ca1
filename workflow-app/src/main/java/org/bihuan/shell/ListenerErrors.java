package org.bihuan.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import java.util.Optional;
import org.bihuan.casefile.CaseNotFoundException;
import org.bihuan.casefile.StaleCaseException;
import org.bihuan.inbox.AlreadyTakenException;
import org.bihuan.inbox.FirstComer;
import org.bihuan.transaction.BusyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Says in plain words what went wrong when a click or another act on a page ends in an exception. */
@Component
class ListenerErrors implements ErrorHandler {

    private static final long serialVersionUID = 1L;

    private static final Logger LOG = LoggerFactory.getLogger(ListenerErrors.class);

    private static final int MILLISECONDS = 8000;

    private final transient FirstComer first;

    ListenerErrors(FirstComer first) {
        this.first = first;
    }

    @Override
    public void error(ErrorEvent event) {
        Throwable error = event.getThrowable();
        UI ui = UI.getCurrent();
        if (BusyException.isCauseOf(error)) {
            LOG.info("Busy: {}", error.getMessage());
            show(ui, "shell.error.busy");
        } else if (ErrorIds.isCausedBy(error, AlreadyTakenException.class)
                || ErrorIds.isCausedBy(error, StaleCaseException.class)
                || ErrorIds.isCausedBy(error, ConcurrencyFailureException.class)) {
            showWhoWasFirst(ui, error);
        } else if (ErrorIds.isCausedBy(error, AccessDeniedException.class)) {
            LOG.info("Refused: {}", error.getMessage());
            show(ui, "shell.error.denied");
        } else if (ErrorIds.isCausedBy(error, CaseNotFoundException.class)) {
            show(ui, "shell.error.noCase");
        } else {
            show(ui, "shell.error.unexpected", ErrorIds.log(error));
        }
    }

    private void showWhoWasFirst(UI ui, Throwable error) {
        Optional<String> who;
        try {
            who = ui == null ? Optional.empty() : first.words(error, ui.getLocale());
        } catch (RuntimeException e) {
            LOG.info("Who was first could not be found out: {}", e.getMessage());
            who = Optional.empty();
        }
        who.ifPresentOrElse(words -> show(ui, "shell.error.first", words), () -> show(ui, "shell.error.stale"));
    }

    private static void show(UI ui, String key, Object... arguments) {
        if (ui != null) {
            ui.access(() -> {
                var notification = Notification.show(
                        ui.getTranslation(key, arguments), MILLISECONDS, Notification.Position.TOP_CENTER);
                notification.addThemeVariants(NotificationVariant.LUMO_ERROR);
                notification.setAssertive(true);
            });
        }
    }
}
