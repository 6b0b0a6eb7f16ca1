package org.bihuan.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.spring.security.AuthenticationContext;
import org.bihuan.org.CurrentUser;
import org.bihuan.org.Post;
import org.bihuan.org.Staff;

/**
 * The frame around every page of staff: navigation at the left, collapsible; on a phone a bar at the bottom with the
 * four things done standing up. Pages of residents and the sign-in have {@code autoLayout = false}.
 *
 * <p>A view enters the navigation by {@code @Menu(title, order, icon)}, if the person may open it. The title is a key of
 * the translations, the icon a name like {@code vaadin:inbox}. The order says the group: 0–99 the own work (inbox 0),
 * 100–199 the process families (incidents 110), from 900 administration.
 */
@Layout
class MainLayout extends AppLayout implements AfterNavigationObserver {

    private final Navigation navigation;
    private final NoticeBanner notices;
    private final NoticeBell bell;
    private final Div page = new Div();
    private final Main content = new Main();

    MainLayout(
            CurrentUser user,
            AuthenticationContext authentication,
            Navigation navigation,
            NoticeBanner notices,
            NoticeBell bell) {
        this.navigation = navigation;
        this.notices = notices;
        this.bell = bell;
        addClassName("bihuan-frame");
        setPrimarySection(Section.NAVBAR);
        setI18n(new AppLayoutI18n().setDrawer(getTranslation("shell.navigation")));
        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel(getTranslation("shell.navigation.toggle"));
        Div space = new Div();
        space.addClassName("bihuan-space");
        addToNavbar(skip(), toggle, brand(), space, bell, new LanguageLink(), person(user, authentication));
        addToDrawer(navigation.side());
        content.setId("content");
        content.getElement().setAttribute("tabindex", "-1");
        page.addClassName("bihuan-page");
        page.add(notices, content, navigation.bottom());
        navigation.onNews(this::refresh);
        setContent(page);
    }

    private Component skip() {
        NativeButton skip = new NativeButton(getTranslation("shell.skip"));
        skip.addClassName("bihuan-skip");
        skip.getElement().executeJs("this.onclick = () => document.getElementById('content').focus()");
        return skip;
    }

    private Component brand() {
        Image mark = new Image("icons/icon.svg", "");
        mark.addClassName("bihuan-mark");
        Anchor brand = new Anchor("", mark, new Span(getTranslation("security.product")));
        brand.addClassName("bihuan-brand");
        return brand;
    }

    private Component person(CurrentUser user, AuthenticationContext authentication) {
        MenuBar bar = new MenuBar();
        bar.addClassName("bihuan-person");
        bar.addThemeVariants(MenuBarVariant.LUMO_TERTIARY_INLINE);
        bar.getElement().setAttribute("aria-label", getTranslation("shell.person"));
        Icon icon = VaadinIcon.USER.create();
        icon.getElement().setAttribute("aria-hidden", "true");
        var person = bar.addItem(icon);
        person.add(new Span(user.staff().map(Staff::name).orElse("")));
        var menu = person.getSubMenu();
        for (Post post : user.posts()) {
            var held = menu.addItem(words(post));
            held.setEnabled(false);
            held.addClassName("bihuan-post");
        }
        menu.addItem(getTranslation("shell.account"), click -> getUI().ifPresent(ui -> ui.navigate("account")));
        menu.addItem(
                getTranslation("security.password.title"),
                click -> getUI().ifPresent(ui -> ui.navigate("account/password")));
        menu.addItem(getTranslation("shell.signOut"), click -> SignOut.from(authentication));
        return bar;
    }

    private String words(Post post) {
        return getTranslation("org.role." + post.role().name()) + " · " + post.unitName();
    }

    @Override
    public void showRouterLayoutContent(HasElement view) {
        content.getElement().appendChild(view.getElement());
        if (isOverlay()) {
            setDrawerOpened(false);
        }
    }

    @Override
    public void removeRouterLayoutContent(HasElement view) {
        content.getElement().removeAllChildren();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        navigation.show(event.getLocation().getPath());
        refresh();
    }

    private void refresh() {
        notices.refresh();
        bell.refresh();
    }
}
