package org.bihuan.security;

import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.auth.AccessCheckResult;
import com.vaadin.flow.server.auth.NavigationAccessChecker;
import com.vaadin.flow.server.auth.NavigationContext;
import org.bihuan.rights.Doors;
import org.bihuan.rights.Rights;
import org.springframework.stereotype.Component;

/** Opens a page to whoever has the verb that {@code doors.csv} names for it; menus ask here as well. */
@Component
class RouteRights implements NavigationAccessChecker {

    private static final long serialVersionUID = 1L;

    private final transient Doors doors;
    private final transient Rights rights;

    RouteRights(Doors doors, Rights rights) {
        this.doors = doors;
        this.rights = rights;
    }

    @Override
    public AccessCheckResult check(NavigationContext context) {
        if (context.isErrorHandling()) {
            return context.allow();
        }
        boolean open = RouteConfiguration.forRegistry(context.getRouter().getRegistry())
                .getTemplate(context.getNavigationTarget().asSubclass(com.vaadin.flow.component.Component.class))
                .flatMap(template -> doors.verb(Doors.Kind.ROUTE, template))
                .filter(rights::may)
                .isPresent();
        return open ? context.allow() : context.deny("Not a page for this person");
    }
}
