package org.bihuan.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import org.bihuan.operation.Notice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** What the person should know on whichever page; nothing for most people at most times. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class NoticeBanner extends Div {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeBanner.class);

    private final transient ObjectProvider<Notice> notices;
    private transient List<Notice.Line> shown = List.of();

    NoticeBanner(ObjectProvider<Notice> notices) {
        this.notices = notices;
        addClassName("bihuan-notices");
        getElement().setAttribute("role", "status");
        setVisible(false);
    }

    /** Asks again; leaves what is shown alone when nothing changed, so that nobody loses the focus. */
    void refresh() {
        List<Notice.Line> lines = lines();
        if (!lines.equals(shown)) {
            shown = lines;
            removeAll();
            lines.stream().map(this::line).forEach(this::add);
            setVisible(!lines.isEmpty());
        }
    }

    /** A notice that cannot be had, for example without a database, must not cost the page. */
    private List<Notice.Line> lines() {
        try {
            return notices.stream().flatMap(notice -> notice.lines().stream()).toList();
        } catch (RuntimeException e) {
            LOG.debug("No notices", e);
            return shown;
        }
    }

    private Component line(Notice.Line line) {
        Icon icon = VaadinIcon.WARNING.create();
        icon.getElement().setAttribute("aria-hidden", "true");
        Div words = new Div(
                icon,
                new Anchor(
                        line.route(),
                        getTranslation(line.key(), line.arguments().toArray())));
        words.addClassNames("bihuan-message", "bihuan-message-warning");
        return words;
    }
}
