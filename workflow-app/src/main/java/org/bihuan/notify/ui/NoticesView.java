package org.bihuan.notify.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bihuan.inbox.InboxFeed;
import org.bihuan.notify.NoticeRow;
import org.bihuan.notify.NoticeService;
import org.bihuan.notify.NoticeWords;
import org.bihuan.org.CurrentUser;

/** 通知: what happened that concerns the reader, latest first; what comes while it is open appears by itself. */
@Route("notices")
class NoticesView extends Div implements HasDynamicTitle {

    private static final int PAGE = 25;

    private final transient NoticeService service;
    private final transient NoticeWords words;
    private final transient InboxFeed feed;
    private final transient CurrentUser user;
    private final Button readAll = new Button();
    private final Div list = new Div();
    private final Paragraph nothing = new Paragraph();
    private final Button more = new Button();
    private final transient List<NoticeRow> shown = new ArrayList<>();
    private transient Runnable stopListening = () -> {};

    NoticesView(NoticeService service, NoticeWords words, InboxFeed feed, CurrentUser user) {
        this.service = service;
        this.words = words;
        this.feed = feed;
        this.user = user;
        addClassName("notify-page");
        readAll.setText(getTranslation("notify.readAll"));
        readAll.addClickListener(click -> readAll());
        var settings = new Button(
                getTranslation("notify.settings"), click -> getUI().ifPresent(ui -> ui.navigate("account/notices")));
        var acts = new Div(readAll, settings);
        acts.addClassName("notify-acts");
        list.addClassName("notify-list");
        nothing.addClassName("bihuan-empty");
        nothing.setText(getTranslation("notify.none"));
        more.setText(getTranslation("notify.more"));
        more.addClickListener(click -> next());
        add(new H1(getPageTitle()), acts, list, nothing, more);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("notify.title");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        stopListening = feed.listen(user.require().id(), Set.of(), () -> ui.access(this::again));
        again();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        stopListening.run();
    }

    /** As many as were shown, anew. */
    private void again() {
        int wanted = Math.max(PAGE, shown.size());
        shown.clear();
        list.removeAll();
        read(wanted);
    }

    private void next() {
        read(PAGE);
    }

    private void read(int wanted) {
        List<NoticeRow> rows = service.page(shown.isEmpty() ? null : shown.getLast(), wanted + 1);
        rows.stream().limit(wanted).forEach(row -> {
            shown.add(row);
            list.add(new NoticeCard(row, words.kind(row.kind(), getLocale()), this::open));
        });
        more.setVisible(rows.size() > wanted);
        nothing.setVisible(shown.isEmpty());
        readAll.setEnabled(shown.stream().anyMatch(row -> row.readAt() == null));
    }

    private void open(NoticeRow row) {
        service.open(row.id()).ifPresentOrElse(route -> getUI().ifPresent(ui -> ui.navigate(route)), this::again);
    }

    /** What came since stays unread: nobody has seen it. */
    private void readAll() {
        service.readAll(shown.getFirst().id());
        again();
    }
}
