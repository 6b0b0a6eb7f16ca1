package org.bihuan.security.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.Locale;
import org.bihuan.security.DemonstrationAccounts;
import org.bihuan.security.DemonstrationAccounts.Account;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * Where staff sign in. A plain form that the browser posts, so that password managers know it. Whatever went wrong, the
 * text is the same: it names the lock-out for everybody, because a text of its own for locked accounts would tell a
 * guesser who has an account, and, if given with the right password only, that the password was right.
 */
@Route(value = "login", autoLayout = false)
@AnonymousAllowed
public class LoginView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient AuthenticationContext authentication;
    private final TextField username = new TextField(getTranslation("security.login.username"));
    private final PasswordField password = new PasswordField(getTranslation("security.login.password"));
    private final NativeButton submit = new NativeButton(getTranslation("security.login.submit"));
    private final Paragraph problem = new Paragraph();

    LoginView(AuthenticationContext authentication, ObjectProvider<DemonstrationAccounts> demonstration) {
        this.authentication = authentication;
        addClassNames("bihuan-public", "bihuan-login");
        Main main = new Main();
        main.add(new Div(new H1(getTranslation("security.login.heading")), problem, form(), forResidents()));
        demonstration.ifAvailable(accounts -> main.add(accounts(accounts)));
        add(header(), main);
    }

    private Component header() {
        Image mark = new Image("icons/icon.svg", "");
        mark.addClassName("bihuan-mark");
        Div brand = new Div(mark, new Span(getTranslation("security.product")));
        brand.addClassName("bihuan-brand");
        boolean chinese = getLocale().getLanguage().equals(Locale.CHINESE.getLanguage());
        Anchor language = new Anchor(chinese ? "language/en" : "language/zh", chinese ? "English" : "中文");
        language.setRouterIgnore(true);
        language.getElement().setAttribute("lang", chinese ? "en" : "zh");
        language.addClassName("bihuan-language");
        return new Header(brand, language);
    }

    private Component form() {
        username.getElement().setProperty("name", "username");
        username.getElement().setProperty("autocomplete", "username");
        username.getElement().setProperty("autocapitalize", "none");
        username.setAutofocus(true);
        username.setRequiredIndicatorVisible(false);
        password.getElement().setProperty("name", "password");
        password.getElement().setProperty("autocomplete", "current-password");
        submit.getElement().setAttribute("type", "submit");
        submit.addClassName("bihuan-primary");
        problem.addClassNames("bihuan-message", "bihuan-message-error");
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);
        Div form = new Div();
        Element element = new Element("form");
        element.setAttribute("method", "post");
        element.setAttribute("action", "login");
        element.appendChild(csrf().getElement(), username.getElement(), password.getElement(), submit.getElement());
        form.getElement().appendChild(element);
        form.addClassName("bihuan-card");
        return form;
    }

    private static Input csrf() {
        Input input = new Input();
        input.setType("hidden");
        if (VaadinServletRequest.getCurrent().getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            input.getElement().setAttribute("name", token.getParameterName());
            input.setValue(token.getToken());
        }
        return input;
    }

    private Component accounts(DemonstrationAccounts demonstration) {
        UnorderedList list = new UnorderedList();
        demonstration.accounts().forEach(account -> list.add(new ListItem(account(account, demonstration.password()))));
        Div box = new Div(
                new H2(getTranslation("security.login.demonstration")),
                new Paragraph(getTranslation("security.login.demonstrationHint", demonstration.password())),
                list);
        box.addClassNames("bihuan-card", "bihuan-accounts");
        return box;
    }

    private Component account(Account account, String secret) {
        Button button = new Button();
        Span role = new Span(getTranslation("org.role." + account.role().name()));
        role.addClassName("bihuan-account-role");
        Span who = new Span(account.username() + " · " + account.name() + " · " + account.unitName());
        who.addClassName("bihuan-account-who");
        button.getElement().appendChild(new Div(role, who).getElement());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.addClickListener(click -> {
            username.setValue(account.username());
            password.setValue(secret);
            submit.getElement().callJsFunction("focus");
        });
        return button;
    }

    private Component forResidents() {
        Icon icon = VaadinIcon.MEGAPHONE.create();
        icon.getElement().setAttribute("aria-hidden", "true");
        Anchor link = new Anchor("report", icon, new Span(getTranslation("security.login.report")));
        link.addClassName("bihuan-login-report");
        return link;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (authentication.isAuthenticated()) {
            event.forwardTo("");
            return;
        }
        var parameters = event.getLocation().getQueryParameters().getParameters();
        if (parameters.containsKey("error")) {
            tell("security.login.failed");
        } else if (parameters.containsKey("again")) {
            tell("security.login.again");
        }
    }

    private void tell(String key) {
        problem.setText(getTranslation(key));
        problem.setVisible(true);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("security.login.title");
    }
}
