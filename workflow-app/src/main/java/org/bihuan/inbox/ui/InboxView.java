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
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.bihuan.inbox.AlreadyTakenException;
import org.bihuan.inbox.ClaimRefusedException;
import org.bihuan.inbox.Copies;
import org.bihuan.inbox.InboxColumn;
import org.bihuan.inbox.InboxCounts;
import org.bihuan.inbox.InboxFeed;
import org.bihuan.inbox.InboxItem;
import org.bihuan.inbox.InboxQueries;
import org.bihuan.inbox.InboxService;
import org.bihuan.inbox.NotYourTaskException;
import org.bihuan.inbox.Refusals;
import org.bihuan.inbox.TaskRefusedException;
import org.bihuan.org.CurrentUser;

/** 待办, 已办, 我发起, 抄送: where the day of everybody begins. What others do appears without reloading. */
@Route("")
@RouteAlias("inbox")
@Menu(title = "inbox.menu", order = 10, icon = "vaadin:inbox")
class InboxView extends Div implements HasDynamicTitle {

    private final InboxService inbox;
    private final Copies copies;
    private final InboxFeed feed;
    private final Refusals refusals;
    private final InboxTools tools;
    private final long reader;
    private final InboxPages pages;
    private final Tabs tabs = new Tabs();
    private final Span count = new Span();
    private final Span unread = new Span();
    private final InboxFilterBar filters;
    private final Selection selection = new Selection();
    private final InboxList list = new InboxList(this::claim, selection);
    private final ToolBar bar;
    private final BulkBar bulk;
    private final Div empty = new Div();
    private final Button more = new Button();
    private Set<InboxColumn> columns = Set.of();
    private Runnable stopListening = () -> {};

    InboxView(
            InboxService inbox,
            InboxQueries queries,
            Copies copies,
            InboxFeed feed,
            CurrentUser user,
            Refusals refusals,
            InboxRows rows,
            InboxTools tools) {
        this.inbox = inbox;
        this.copies = copies;
        this.feed = feed;
        this.refusals = refusals;
        this.tools = tools;
        reader = user.require().id();
        filters = new InboxFilterBar(queries.families(), filter -> showFirst());
        pages = new InboxPages(queries, copies, rows, reader, filters::filter);
        bar = new ToolBar(
                this::selectAll,
                () -> tools.openViews(filters.filter(), filters::apply),
                () -> tools.openColumns(this::show),
                () -> tools.openExport(new ListFile.Order(kind(), filters.filter(), columns, getLocale())));
        bulk = tools.bulk(selection, pages::todo, this::showAgain);
        selection.onChange(list::check);
        more.setText(getTranslation("inbox.more"));
        more.addClassName("inbox-more");
        more.addClickListener(click -> {
            pages.of(kind()).next();
            show();
        });
        empty.addClassName("inbox-empty");
        empty.getElement().setAttribute("role", "status");
        var top = new Div(new H1(getTranslation("inbox.title")), new InboxKeys());
        top.addClassName("inbox-top");
        addClassName("inbox");
        buildTabs();
        add(top, tabs, filters, bar, list, empty, more, bulk);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("inbox.title");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        pages.readPosts();
        listen(ui);
        columns = tools.columns();
        showCounts();
        showFirst();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        stopListening.run();
    }

    private void listen(UI ui) {
        stopListening.run();
        stopListening = feed.listen(reader, pages.posts(), pages.absent(), () -> ui.access(this::showAgain));
    }

    private void buildTabs() {
        count.addClassName("inbox-count");
        unread.addClassName("inbox-count");
        tabs.addClassName("inbox-tabs");
        for (ListKind kind : ListKind.values()) {
            var tab = new Tab(new Span(getTranslation("inbox.tab." + kind)));
            if (kind == ListKind.TODO) {
                tab.add(count);
            } else if (kind == ListKind.COPIED) {
                tab.add(unread);
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
        } catch (AlreadyTakenException | NotYourTaskException | ClaimRefusedException | TaskRefusedException e) {
            Notification.show(refusals.words(e, getLocale()));
        }
        showAgain();
    }

    private void selectAll() {
        selection.toggle(pages.todo().stream()
                .filter(InboxItem::selectable)
                .map(item -> String.valueOf(item.id()))
                .toList());
    }

    private void show(Set<InboxColumn> wanted) {
        columns = wanted;
        list.show(columns);
    }

    private void showFirst() {
        boolean openTasks = kind() == ListKind.TODO;
        filters.setVisible(kind() != ListKind.STARTED);
        filters.use(openTasks);
        bar.use(openTasks);
        list.show(openTasks ? columns : EnumSet.allOf(InboxColumn.class));
        selection.clear();
        pages.of(kind()).first();
        show();
    }

    private void showAgain() {
        if (pages.readPosts()) {
            getUI().ifPresent(this::listen);
        }
        showCounts();
        pages.of(kind()).again();
        show();
    }

    private void showCounts() {
        var counts = inbox.count();
        filters.show(counts);
        count.setText(counts.words());
        int copied = copies.unread();
        unread.setText(InboxCounts.words(copied));
        unread.setVisible(copied > 0);
    }

    private void show() {
        List<InboxRow> rows = pages.rows(kind(), getLocale());
        selection.keep(rows.stream().map(InboxRow::key).toList());
        bulk.show();
        list.show(rows, kind().headings());
        list.setVisible(!rows.isEmpty());
        more.setVisible(pages.of(kind()).more());
        empty.setVisible(rows.isEmpty());
        empty.removeAll();
        if (rows.isEmpty()) {
            showNothing();
        }
    }

    private void showNothing() {
        if (kind() != ListKind.STARTED && filters.filter().narrows()) {
            var clear = new Button(getTranslation("inbox.clear"), click -> filters.clear());
            clear.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            empty.add(new Paragraph(getTranslation("inbox.empty.filtered")), clear);
        } else if (kind() == ListKind.TODO
                && pages.posts().isEmpty()
                && pages.absent().isEmpty()) {
            empty.add(new Paragraph(getTranslation("inbox.empty.noPost")));
        } else {
            empty.add(new Paragraph(getTranslation("inbox.empty." + kind())));
        }
    }

    private ListKind kind() {
        return ListKind.values()[Math.max(0, tabs.getSelectedIndex())];
    }
}
