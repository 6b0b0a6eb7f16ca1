package org.bihuan.security;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.bihuan.org.CurrentUser;
import org.bihuan.org.Staff;
import org.bihuan.security.ui.PasswordView;
import org.springframework.stereotype.Component;

/** Leads whoever still has an initial password to the page where it is changed, also when moving inside the program. */
@Component
class InitialPasswordRedirect implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1L;

    private final transient CurrentUser user;

    InitialPasswordRedirect(CurrentUser user) {
        this.user = user;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(ui -> ui.getUI().addBeforeEnterListener(this::beforeEnter));
    }

    private void beforeEnter(BeforeEnterEvent event) {
        Class<?> target = event.getNavigationTarget();
        if (target != PasswordView.class
                && !target.isAnnotationPresent(AnonymousAllowed.class)
                && user.staff().filter(Staff::mustChangePassword).isPresent()) {
            event.forwardTo(PasswordView.class);
        }
    }
}
