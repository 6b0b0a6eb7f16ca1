package org.bihuan.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.orderedlayout.Scroller;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** The entries that the person may open, at the left and, on a phone, the most used ones at the bottom. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class Navigation {

    /** Groups of entries and the order number with which each begins. */
    private enum Group {
        WORK(0),
        FAMILIES(100),
        ADMINISTRATION(900);

        private final double from;

        Group(double from) {
            this.from = from;
        }

        private static Group of(MenuEntry entry) {
            double order = entry.order() == null ? WORK.from : entry.order();
            return order >= ADMINISTRATION.from ? ADMINISTRATION : order >= FAMILIES.from ? FAMILIES : WORK;
        }
    }

    private static final List<String> ON_PHONE = List.of("", "incidents");

    private final Div groups = new Div();
    private final Scroller side = new Scroller(groups, Scroller.ScrollDirection.VERTICAL);
    private final Nav bottom = new Nav();
    private List<MenuEntry> shown = List.of();

    Navigation() {
        side.addClassName("bihuan-side");
        bottom.addClassName("bihuan-bottom");
    }

    Component side() {
        return side;
    }

    Component bottom() {
        return bottom;
    }

    /** Brings the entries up to the rights of this moment and marks the one where the person is. */
    void show(String location) {
        List<MenuEntry> entries = MenuConfiguration.getMenuEntries();
        if (!entries.equals(shown)) {
            shown = entries;
            groups.removeAll();
            for (Group group : Group.values()) {
                group(group);
            }
        }
        bottom.removeAll();
        bottom.getElement().setAttribute("aria-label", groups.getTranslation("shell.navigation.phone"));
        bottomEntries().forEach(item -> bottom.add(link(item, location)));
    }

    private void group(Group group) {
        List<MenuEntry> entries =
                shown.stream().filter(entry -> Group.of(entry) == group).toList();
        if (entries.isEmpty()) {
            return;
        }
        String heading = groups.getTranslation("shell.navigation." + group.name().toLowerCase(Locale.ROOT));
        SideNav nav = new SideNav(heading);
        for (MenuEntry entry : entries) {
            SideNavItem item = new SideNavItem(groups.getTranslation(entry.title()), path(entry));
            icon(entry).ifPresent(item::setPrefixComponent);
            nav.addItem(item);
        }
        groups.add(nav);
    }

    private List<Item> bottomEntries() {
        List<Item> items = new ArrayList<>();
        for (String path : ON_PHONE) {
            shown.stream()
                    .filter(entry -> path(entry).equals(path))
                    .findFirst()
                    .ifPresent(entry -> items.add(new Item(path, entry.title(), entry.icon())));
        }
        items.add(new Item("report", "shell.navigation.report", "vaadin:megaphone"));
        items.add(new Item("account", "shell.navigation.me", "vaadin:user"));
        return items;
    }

    private Component link(Item item, String location) {
        Icon icon = new Icon(item.icon());
        icon.getElement().setAttribute("aria-hidden", "true");
        Anchor link = new Anchor(item.path(), icon, new Span(groups.getTranslation(item.key())));
        if (location.equals(item.path()) || !item.path().isEmpty() && location.startsWith(item.path() + "/")) {
            link.getElement().setAttribute("aria-current", "page");
        }
        return link;
    }

    private static Optional<Icon> icon(MenuEntry entry) {
        return Optional.ofNullable(entry.icon()).filter(name -> !name.isBlank()).map(Icon::new);
    }

    private static String path(MenuEntry entry) {
        return entry.path().startsWith("/") ? entry.path().substring(1) : entry.path();
    }

    private record Item(String path, String key, String icon) {}
}
