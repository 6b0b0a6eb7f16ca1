package org.bihuan.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.List;
import org.bihuan.org.CurrentUser;
import org.bihuan.org.Post;
import org.bihuan.org.Staff;

/** 我的: who is signed in, with which posts, and what one may change about it. */
@Route("account")
class AccountView extends Div implements HasDynamicTitle {

    AccountView(CurrentUser user, AuthenticationContext authentication) {
        addClassName("bihuan-narrow");
        Staff person = user.require();
        Div who = new Div(new H2(person.name()), new Paragraph(person.username()), posts(user.posts()));
        who.addClassName("bihuan-card");
        Button password = new Button(
                getTranslation("security.password.title"),
                VaadinIcon.LOCK.create(),
                click -> getUI().ifPresent(ui -> ui.navigate("account/password")));
        Button notices = new Button(
                getTranslation("notify.settings"),
                VaadinIcon.BELL.create(),
                click -> getUI().ifPresent(ui -> ui.navigate("account/notices")));
        Button signOut = new Button(
                getTranslation("shell.signOut"), VaadinIcon.SIGN_OUT.create(), click -> SignOut.from(authentication));
        Button deputy = new Button(
                getTranslation("deputy.title"),
                VaadinIcon.EXCHANGE.create(),
                click -> getUI().ifPresent(ui -> ui.navigate("account/deputy")));
        Div acts = new Div(deputy, password, notices, new LanguageLink(), signOut);
        acts.addClassName("bihuan-account-acts");
        add(new H1(getTranslation("shell.account")), who, acts);
    }

    private Div posts(List<Post> posts) {
        if (posts.isEmpty()) {
            return new Div(new Paragraph(getTranslation("shell.account.noPosts")));
        }
        UnorderedList list = new UnorderedList();
        posts.forEach(post ->
                list.add(new ListItem(getTranslation("org.role." + post.role().name()) + " · " + post.unitName())));
        return new Div(list);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shell.account");
    }
}
