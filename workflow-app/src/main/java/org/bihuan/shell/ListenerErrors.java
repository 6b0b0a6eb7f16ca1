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
import org.bihuan.operation.ErrorIds;
import org.bihuan.operation.Outage;
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
    private final transient ErrorIds errors;

    ListenerErrors(FirstComer first, ErrorIds errors) {
        this.first = first;
        this.errors = errors;
    }

    @Override
    public void error(ErrorEvent event) {
        Throwable error = event.getThrowable();
        UI ui = UI.getCurrent();
        // Before "busy": a pool that gets no connection to a lost database looks like an exhausted one.
        if (Outage.isDatabaseGone(error)) {
            show(ui, "shell.error.outage");
        } else if (BusyException.isCauseOf(error)) {
            LOG.info("Busy: {}", error.getMessage());
            show(ui, "shell.error.busy");
        } else if (Causes.isCausedBy(error, AlreadyTakenException.class)
                || Causes.isCausedBy(error, StaleCaseException.class)
                || Causes.isCausedBy(error, ConcurrencyFailureException.class)) {
            showWhoWasFirst(ui, error);
        } else if (Causes.isCausedBy(error, AccessDeniedException.class)) {
            LOG.info("Refused: {}", error.getMessage());
            show(ui, "shell.error.denied");
        } else if (Causes.isCausedBy(error, CaseNotFoundException.class)) {
            show(ui, "shell.error.noCase");
        } else {
            show(ui, "shell.error.unexpected", errors.record(error, ErrorIds.Kind.ACTION, page(ui)));
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

    /** The class of the page, not its address, which may be a resident's secret. */
    private static String page(UI ui) {
        return ui == null
                ? "?"
                : ui.getInternals().getActiveRouterTargetsChain().stream()
                        .findFirst()
                        .map(view -> view.getClass().getSimpleName())
                        .orElse("?");
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
