package org.bihuan.inbox.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bihuan.calendar.DueWords;
import org.bihuan.casefile.CaseFile;
import org.bihuan.inbox.AlreadyTakenException;
import org.bihuan.inbox.ClaimRefusedException;
import org.bihuan.inbox.DoneItem;
import org.bihuan.inbox.FirstComer;
import org.bihuan.inbox.InboxFeed;
import org.bihuan.inbox.InboxItem;
import org.bihuan.inbox.InboxQueries;
import org.bihuan.inbox.InboxService;
import org.bihuan.inbox.NotYourTaskException;
import org.bihuan.inbox.TaskRefusedException;
import org.bihuan.org.CurrentUser;
import org.bihuan.org.Post;
import org.bihuan.org.StandIn;

/** 待办, 已办, 我发起: where the day of everybody begins. What others do appears without reloading. */
@Route("")
@RouteAlias("inbox")
@Menu(title = "inbox.menu", order = 10, icon = "vaadin:inbox")
class InboxView extends Div implements HasDynamicTitle {

    /** The lists, in the order of their tabs, with the keys of the headings of their columns. */
    private enum Kind {
        TODO("inbox.due", "inbox.matter", "inbox.number", "inbox.step", "inbox.from", "inbox.lying", "inbox.holder"),
        DONE("inbox.result", "inbox.matter", "inbox.number", "inbox.step", "", "inbox.completed", ""),
        STARTED("inbox.status", "inbox.matter", "inbox.number", "", "", "inbox.begun", "");

        private final List<String> headings;

        Kind(String... headings) {
            this.headings = List.of(headings);
        }
    }

    private final InboxService inbox;
    private final InboxQueries queries;
    private final InboxFeed feed;
    private final CurrentUser user;
    private final FirstComer first;
    private final Map<Kind, Pager<?>> pagers;
    private final Tabs tabs = new Tabs();
    private final Span count = new Span();
    private final InboxFilterBar filters;
    private final InboxList list = new InboxList(this::claim);
    private final Div empty = new Div();
    private final Button more = new Button();
    private Map<Long, Post> posts = Map.of();
    private List<StandIn> absent = List.of();
    private Runnable stopListening = () -> {};

    InboxView(
            InboxService inbox,
            InboxQueries queries,
            InboxFeed feed,
            CurrentUser user,
            FirstComer first,
            DueWords dueWords,
            Clock clock) {
        this.inbox = inbox;
        this.queries = queries;
        this.feed = feed;
        this.user = user;
        this.first = first;
        filters = new InboxFilterBar(queries.families(), filter -> showFirst());
        var rows = new InboxRows(this, queries, dueWords, clock);
        pagers = Map.of(
                Kind.TODO,
                new Pager<InboxItem>(
                        (last, limit) -> queries.todo(filters.filter(), last, limit),
                        item -> rows.of(item, posts, absent)),
                Kind.DONE,
                new Pager<DoneItem>((last, limit) -> queries.done(filters.filter(), last, limit), rows::of),
                Kind.STARTED,
                new Pager<CaseFile>(queries::started, rows::of));
        more.setText(getTranslation("inbox.more"));
        more.addClassName("inbox-more");
        more.addClickListener(click -> {
            pager().next();
            show();
        });
        empty.addClassName("inbox-empty");
        empty.getElement().setAttribute("role", "status");
        var top = new Div(new H1(getTranslation("inbox.title")), new InboxKeys());
        top.addClassName("inbox-top");
        addClassName("inbox");
        buildTabs();
        add(top, tabs, filters, list, empty, more);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("inbox.title");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        posts = queries.posts();
        absent = queries.standIns();
        UI ui = event.getUI();
        stopListening = feed.listen(user.require().id(), posts.keySet(), absent, () -> ui.access(this::showAgain));
        showCounts();
        showFirst();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        stopListening.run();
    }

    private void buildTabs() {
        count.addClassName("inbox-count");
        tabs.addClassName("inbox-tabs");
        for (Kind kind : Kind.values()) {
            var tab = new Tab(new Span(getTranslation("inbox.tab." + kind.name())));
            if (kind == Kind.TODO) {
                tab.add(count);
            }
            tabs.add(tab);
        }
        tabs.addSelectedChangeListener(event -> {
            if (isAttached()) {
                showFirst();
            }
        });
    }

    private void claim(InboxRow row) {
        try {
            inbox.claim(Objects.requireNonNull(row.claimable()));
            Notification.show(getTranslation("inbox.claimed", row.title()));
        } catch (AlreadyTakenException e) {
            Notification.show(first.words(e, getLocale()));
        } catch (NotYourTaskException e) {
            Notification.show(getTranslation("inbox.notYours"));
        } catch (ClaimRefusedException e) {
            Notification.show(getTranslation(e.reasonKey()));
        } catch (TaskRefusedException e) {
            Notification.show(getTranslation(e.reasonKey(), e.values()));
        }
        showAgain();
    }

    private void showFirst() {
        filters.setVisible(kind() != Kind.STARTED);
        filters.use(kind() == Kind.TODO);
        pager().first();
        show();
    }

    private void showAgain() {
        posts = queries.posts();
        absent = queries.standIns();
        showCounts();
        pager().again();
        show();
    }

    private void showCounts() {
        var counts = inbox.count();
        filters.show(counts);
        count.setText(counts.words());
    }

    private void show() {
        List<InboxRow> rows = pager().rows();
        list.show(rows, kind().headings);
        list.setVisible(!rows.isEmpty());
        more.setVisible(pager().more());
        empty.setVisible(rows.isEmpty());
        empty.removeAll();
        if (rows.isEmpty()) {
            showNothing();
        }
    }

    private void showNothing() {
        if (kind() != Kind.STARTED && filters.filter().narrows()) {
            var clear = new Button(getTranslation("inbox.clear"), click -> filters.clear());
            clear.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            empty.add(new Paragraph(getTranslation("inbox.empty.filtered")), clear);
        } else if (kind() == Kind.TODO && posts.isEmpty() && absent.isEmpty()) {
            empty.add(new Paragraph(getTranslation("inbox.empty.noPost")));
        } else {
            empty.add(new Paragraph(getTranslation("inbox.empty." + kind().name())));
        }
    }

    private Kind kind() {
        return Kind.values()[Math.max(0, tabs.getSelectedIndex())];
    }

    private Pager<?> pager() {
        return Objects.requireNonNull(pagers.get(kind()));
    }
}
