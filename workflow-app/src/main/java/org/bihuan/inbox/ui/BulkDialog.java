package org.bihuan.inbox.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import org.bihuan.inbox.BulkRuns;
import org.bihuan.inbox.BulkRuns.Result;
import org.bihuan.inbox.BulkVerb;
import org.bihuan.inbox.BulkVerb.Need;
import org.bihuan.inbox.InboxItem;
import org.bihuan.inbox.Refusals;
import org.bihuan.org.Staff;

/**
 * Asks for what is needed to do something with several items, shows how far it is, and what became of each. It may be
 * closed meanwhile: the work goes on, and a notice tells the end.
 */
final class BulkDialog extends Dialog {

    private static final int LONGEST = 1000;

    private static final int MILLISECONDS_SHOWN = 8000;

    private final BulkRuns runs;
    private final Refusals refusals;
    private final BulkVerb verb;
    private final List<InboxItem> items;
    private final Runnable finished;
    private final ComboBox<Staff> receiver = new ComboBox<>();
    private final TextArea words = new TextArea();
    private final Div fields = new Div();
    private final ProgressBar progress = new ProgressBar();
    private final Paragraph status = new Paragraph();
    private final UnorderedList results = new UnorderedList();
    private final Button start = new Button();
    private final Button close = new Button();
    private int told;
    private int done;

    /**
     * @param finished called when the last item is through
     */
    BulkDialog(BulkRuns runs, Refusals refusals, BulkVerb verb, List<InboxItem> items, Runnable finished) {
        this.runs = runs;
        this.refusals = refusals;
        this.verb = verb;
        this.items = List.copyOf(items);
        this.finished = finished;
        setHeaderTitle(getTranslation("inbox.bulk.title", getTranslation(verb.key()), items.size()));
        setWidth("min(36rem, 100%)");
        fields.addClassName("inbox-bulk-fields");
        fields.add(new Paragraph(getTranslation("inbox.bulk.what", items.size(), getTranslation(verb.key()))));
        needs();
        progress.setMax(items.size());
        progress.addClassName("inbox-progress");
        progress.setVisible(false);
        progress.getElement().setAttribute("aria-label", getTranslation("inbox.bulk.running"));
        status.getElement().setAttribute("role", "status");
        status.setVisible(false);
        results.addClassName("inbox-results");
        // It scrolls when it is long, by keys as well.
        results.getElement().setAttribute("tabindex", "0");
        add(fields, progress, status, results);
        start.setText(getTranslation("inbox.bulk.start", items.size()));
        start.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        start.setDisableOnClick(true);
        start.addClickListener(click -> start());
        close.setText(getTranslation("inbox.bulk.notNow"));
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        close.addClickListener(click -> close());
        getFooter().add(close, start);
    }

    private void needs() {
        if (verb.needs().contains(Need.RECEIVER)) {
            List<Staff> possible = verb.receivers(items);
            receiver.setLabel(getTranslation("inbox.bulk.receiver"));
            receiver.setItems(possible);
            receiver.setItemLabelGenerator(Staff::name);
            receiver.setRequiredIndicatorVisible(true);
            receiver.setWidthFull();
            fields.add(receiver);
            if (possible.isEmpty()) {
                receiver.setVisible(false);
                start.setVisible(false);
                fields.add(new Paragraph(getTranslation("inbox.bulk.noReceiver")));
            }
        }
        if (verb.needs().contains(Need.WORDS)) {
            words.setLabel(getTranslation("inbox.bulk.words"));
            words.setMaxLength(LONGEST);
            words.setRequiredIndicatorVisible(true);
            words.setWidthFull();
            fields.add(words);
        }
    }

    private boolean filled() {
        String missing = getTranslation("inbox.bulk.required");
        boolean noReceiver = verb.needs().contains(Need.RECEIVER) && receiver.isEmpty();
        boolean noWords = verb.needs().contains(Need.WORDS) && words.getValue().isBlank();
        receiver.setErrorMessage(missing);
        receiver.setInvalid(noReceiver);
        words.setErrorMessage(missing);
        words.setInvalid(noWords);
        return !noReceiver && !noWords;
    }

    private void start() {
        if (!filled()) {
            start.setEnabled(true);
            return;
        }
        fields.setVisible(false);
        start.setVisible(false);
        progress.setVisible(true);
        status.setVisible(true);
        status.setText(getTranslation("inbox.bulk.progress", 0, items.size()));
        close.setText(getTranslation("inbox.bulk.leave"));
        Staff chosen = receiver.getValue();
        UI ui = UI.getCurrent();
        // Who has left altogether is told nothing; the work goes on all the same.
        SerializableConsumer<Result> show = ui.accessLater(this::show, () -> {});
        runs.start(
                verb, items, new BulkVerb.Input(chosen == null ? null : chosen.id(), words.getValue()), show::accept);
    }

    private void show(Result result) {
        if (result.refusal() == null) {
            done++;
            results.add(line(result));
        } else {
            // Above the others: among many nobody would find it.
            results.addComponentAtIndex(told - done, line(result));
        }
        told++;
        progress.setValue(told);
        status.setText(getTranslation("inbox.bulk.progress", told, items.size()));
        if (told == items.size()) {
            end();
        }
    }

    private Component line(Result result) {
        var what = new Span(result.item().title() + " " + result.item().caseNumber());
        var outcome = new Span(
                result.refusal() == null
                        ? getTranslation(verb.key() + ".done")
                        : refusals.words(result.refusal(), getLocale()));
        outcome.addClassNames("inbox-tinted", result.refusal() == null ? "inbox-green" : "inbox-red");
        return new ListItem(what, outcome);
    }

    private void end() {
        String summary = getTranslation("inbox.bulk.result", done, items.size() - done);
        progress.setVisible(false);
        status.setText(summary);
        close.setText(getTranslation("inbox.close"));
        if (!isOpened()) {
            Notification.show(
                    getTranslation(verb.key()) + " · " + summary,
                    MILLISECONDS_SHOWN,
                    Notification.Position.BOTTOM_START);
        }
        finished.run();
    }
}
