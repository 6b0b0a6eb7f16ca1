package org.bihuan.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.bihuan.operation.ErrorIds;
import org.bihuan.operation.Outage;
import org.bihuan.transaction.BusyException;
import org.springframework.security.access.AccessDeniedException;

/** A page could not be opened for a reason nobody foresaw; its number leads to the stack trace in the log. */
@AnonymousAllowed
class UnexpectedErrorPage extends ErrorPage implements HasErrorParameter<Exception>, HasDynamicTitle {

    private final transient ErrorIds errors;
    private String title = "shell.unexpected.title";

    UnexpectedErrorPage(ErrorIds errors) {
        this.errors = errors;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        // Spring's refusal, thrown by a service while the view was made, comes wrapped.
        if (Causes.isCausedBy(parameter.getException(), AccessDeniedException.class)) {
            event.rerouteToError(NotFoundException.class);
            return HttpStatusCode.NOT_FOUND.getCode();
        }
        if (Outage.isDatabaseGone(parameter.getException())) {
            title = "shell.outage.title";
            show(getPageTitle(), getTranslation("shell.outage.advice"));
            retryLater();
            return HttpStatusCode.SERVICE_UNAVAILABLE.getCode();
        }
        if (BusyException.isCauseOf(parameter.getException())) {
            title = "shell.busy.title";
            show(getTranslation(title), getTranslation("shell.busy.advice"));
            retryLater();
            return HttpStatusCode.SERVICE_UNAVAILABLE.getCode();
        }
        Class<?> page = event.getNavigationTarget();
        String id = errors.record(parameter.getException(), ErrorIds.Kind.PAGE, page.getSimpleName());
        show(getPageTitle(), getTranslation("shell.unexpected.advice"), id);
        return HttpStatusCode.INTERNAL_SERVER_ERROR.getCode();
    }

    @Override
    public String getPageTitle() {
        return getTranslation(title);
    }

    private void retryLater() {
        getElement().executeJs("setTimeout(() => location.reload(), 5000)");
        if (VaadinResponse.getCurrent() != null) {
            VaadinResponse.getCurrent().setHeader("Retry-After", BusyAnswer.RETRY_AFTER);
        }
    }
}
