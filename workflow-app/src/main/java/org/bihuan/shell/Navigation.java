package org.bihuan.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
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
import java.util.Set;
import java.util.stream.Collectors;
import org.bihuan.inbox.InboxCounts;
import org.bihuan.inbox.InboxFeed;
import org.bihuan.inbox.InboxService;
import org.bihuan.org.CurrentUser;
import org.bihuan.org.Post;
import org.bihuan.rights.Rights;
import org.bihuan.rights.Verb;
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

    private static final String INBOX = "";

    private static final List<String> ON_PHONE = List.of(INBOX, "incidents");

    private final Div groups = new Div();
    private final Scroller side = new Scroller(groups, Scroller.ScrollDirection.VERTICAL);
    private final Nav bottom = new Nav();
    private final List<InboxBadge> badges = List.of(new InboxBadge(), new InboxBadge());
    private final transient InboxService inbox;
    private final transient InboxFeed feed;
    private final transient CurrentUser user;
    private final transient Rights rights;
    private List<MenuEntry> shown = List.of();
    private transient Runnable stopListening = () -> {};
    private transient Runnable news = () -> {};

    Navigation(InboxService inbox, InboxFeed feed, CurrentUser user, Rights rights) {
        this.inbox = inbox;
        this.feed = feed;
        this.user = user;
        this.rights = rights;
        side.addAttachListener(attached -> listen(attached.getUI()));
        side.addDetachListener(detached -> stopListening.run());
        side.addClassName("bihuan-side");
        bottom.addClassName("bihuan-bottom");
    }

    /** Called in the page's lock after each change for the person, and at least once a minute. */
    void onNews(Runnable told) {
        news = told;
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
        count();
    }

    /** The number at the inbox follows what others do, without a reload. */
    private void listen(UI ui) {
        stopListening.run();
        if (!rights.may(Verb.INBOX_READ)) {
            return;
        }
        Set<Long> posts = user.posts().stream().map(Post::id).collect(Collectors.toSet());
        stopListening = user.staffId()
                .map(id -> feed.listen(id, posts, user.standIns(), () -> ui.access(this::told)))
                .orElse(() -> {});
    }

    private void told() {
        count();
        news.run();
    }

    /** Whoever has to choose a password first has no inbox yet. */
    private void count() {
        InboxCounts counts = rights.may(Verb.INBOX_READ) ? inbox.count() : new InboxCounts(0, 0, 0);
        badges.forEach(badge -> badge.show(counts));
    }

    private void group(Group group) {
        List<MenuEntry> entries =
                shown.stream().filter(entry -> Group.of(entry) == group).toList();
        if (entries.isEmpty()) {
            return;
        }
        String heading =
                groups.getTranslation("shell.navigation." + group.name().toLowerCase(Locale.ROOT));
        SideNav nav = new SideNav(heading);
        for (MenuEntry entry : entries) {
            SideNavItem item = new SideNavItem(groups.getTranslation(entry.title()), path(entry));
            icon(entry).ifPresent(item::setPrefixComponent);
            if (path(entry).equals(INBOX)) {
                item.setSuffixComponent(badges.getFirst());
            }
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
        if (item.path().equals(INBOX)) {
            link.add(badges.getLast());
        }
        return link;
    }

    private static Optional<Icon> icon(MenuEntry entry) {
        return Optional.ofNullable(entry.icon()).filter(name -> !name.isBlank()).map(Icon::new);
    }

    private static String path(MenuEntry entry) {
        return entry.path().startsWith("/") ? entry.path().substring(1) : entry.path();
    }

    /** How much there is to do; red as soon as something is over its time. */
    private static final class InboxBadge extends Span {

        private InboxBadge() {
            addClassName("bihuan-badge");
        }

        private void show(InboxCounts counts) {
            setText(counts.words());
            setVisible(counts.total() > 0);
            setClassName("bihuan-badge-red", counts.red() > 0);
            setTitle(getTranslation("shell.navigation.count", counts.words(), InboxCounts.words(counts.red())));
        }
    }

    private record Item(String path, String key, String icon) {}
}
