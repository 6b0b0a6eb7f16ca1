package org.bihuan.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.spring.annotation.SpringComponent;
import org.bihuan.notify.NoticeService;
import org.bihuan.rights.Rights;
import org.bihuan.rights.Verb;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** The way to the notices, and how many are unread. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class NoticeBell extends Anchor {

    private final transient NoticeService notices;
    private final transient Rights rights;
    private final Span count = new Span();

    NoticeBell(NoticeService notices, Rights rights) {
        this.notices = notices;
        this.rights = rights;
        setHref("notices");
        addClassName("bihuan-bell");
        Icon icon = VaadinIcon.BELL.create();
        icon.getElement().setAttribute("aria-hidden", "true");
        count.addClassNames("bihuan-badge", "bihuan-badge-red");
        count.getElement().setAttribute("aria-hidden", "true");
        add(icon, count);
        refresh();
    }

    /** Counts anew; whoever has to choose a password first has no notices yet. */
    void refresh() {
        boolean may = rights.may(Verb.NOTICE_READ);
        int unread = may ? notices.unread() : 0;
        String words =
                unread < NoticeService.MOST_COUNTED ? String.valueOf(unread) : NoticeService.MOST_COUNTED - 1 + "+";
        setVisible(may);
        count.setText(words);
        count.setVisible(unread > 0);
        String label = unread == 0 ? getTranslation("shell.bell") : getTranslation("shell.bell.unread", words);
        setTitle(label);
        getElement().setAttribute("aria-label", label);
    }
}
