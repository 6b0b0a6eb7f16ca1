package org.bihuan.outbox.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import java.util.List;
import org.bihuan.outbox.StuckMessage;
import org.bihuan.outbox.StuckMessages;
import org.bihuan.rights.Rights;
import org.bihuan.rights.Verb;
import org.jspecify.annotations.Nullable;

/** 滞留消息: what does not reach the outside, why, and what to do about it. */
@Route("admin/messages")
@Menu(title = "outbox.title", order = 975, icon = "vaadin:envelope-open")
class MessagesView extends Div implements HasDynamicTitle {

    private static final int PAGE = 50;

    private final transient StuckMessages service;
    private final boolean mayDecide;
    private final Div list = new Div();
    private final Paragraph nothing = new Paragraph();
    private final Button more = new Button();
    private transient @Nullable StuckMessage last;

    MessagesView(StuckMessages service, Rights rights) {
        this.service = service;
        mayDecide = rights.may(Verb.MESSAGE_DECIDE);
        addClassName("operation-page");
        list.addClassName("operation-list");
        nothing.addClassName("bihuan-empty");
        nothing.setText(getTranslation("outbox.none"));
        more.setText(getTranslation("outbox.more"));
        more.addClickListener(click -> next());
        add(
                new H1(getPageTitle()),
                new Paragraph(getTranslation("outbox.advice")),
                new Button(getTranslation("outbox.reload"), click -> first()),
                list,
                nothing,
                more);
        first();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("outbox.title");
    }

    private void first() {
        list.removeAll();
        last = null;
        next();
    }

    private void next() {
        List<StuckMessage> page = service.page(last, PAGE + 1);
        page.stream().limit(PAGE).forEach(message -> {
            last = message;
            list.add(new MessageRow(message, service, mayDecide));
        });
        more.setVisible(page.size() > PAGE);
        nothing.setVisible(list.getElement().getChildCount() == 0);
    }
}
