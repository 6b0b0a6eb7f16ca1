package org.bihuan.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import org.bihuan.casefile.CaseNotFoundException;
import org.bihuan.casefile.StaleCaseException;
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

    @Override
    public void error(ErrorEvent event) {
        Throwable error = event.getThrowable();
        UI ui = UI.getCurrent();
        if (ErrorIds.isCausedBy(error, StaleCaseException.class)
                || ErrorIds.isCausedBy(error, ConcurrencyFailureException.class)) {
            show(ui, "shell.error.stale");
        } else if (ErrorIds.isCausedBy(error, AccessDeniedException.class)) {
            LOG.info("Refused: {}", error.getMessage());
            show(ui, "shell.error.denied");
        } else if (ErrorIds.isCausedBy(error, CaseNotFoundException.class)) {
            show(ui, "shell.error.noCase");
        } else {
            show(ui, "shell.error.unexpected", ErrorIds.log(error));
        }
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
