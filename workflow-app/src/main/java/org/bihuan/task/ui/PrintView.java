package org.bihuan.task.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bihuan.audit.AuditEntry;
import org.bihuan.calendar.DateFormats;
import org.bihuan.casefile.Actor;
import org.bihuan.casefile.CaseFile;
import org.bihuan.casefile.CaseNotFoundException;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.inbox.Copy;
import org.bihuan.inbox.DoneStep;
import org.bihuan.inbox.InboxQueries;
import org.bihuan.inbox.ItemKind;
import org.bihuan.task.CasePrint;
import org.bihuan.task.CasePrints;
import org.bihuan.task.Comment;
import org.bihuan.task.PrintedStep;

/**
 * The case on sheets of A4, like the approval sheets that people know. Opening the page is taking the print, so that it
 * stands in the record however it gets on paper.
 */
@Route(value = "task/print/:caseNumber", autoLayout = false)
class PrintView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final transient CasePrints prints;
    private final transient InboxQueries queries;
    private String title = "";

    PrintView(CasePrints prints, InboxQueries queries) {
        this.prints = prints;
        this.queries = queries;
        addClassName("print-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String asked = event.getRouteParameters().get("caseNumber").orElse("");
        show(prints.print(CaseNumber.parse(asked).orElseThrow(() -> new CaseNotFoundException(asked)), getLocale()));
    }

    /** Becomes the name of the file where people print into one. */
    @Override
    public String getPageTitle() {
        return title;
    }

    void show(CasePrint print) {
        CaseFile file = print.file();
        title = file.number() + " " + file.title();
        removeAll();
        var sheet = new Div(
                new H1(getTranslation("task.print.title")),
                facts(print),
                table("steps", steps(print), "step", "doer", "time", "opinion"),
                table("further", further(print), "time", "what"),
                table("comments", comments(print), "time", "doer", "words"),
                table("copies", copies(print), "receiver", "sender", "time", "read"),
                foot(print));
        sheet.addClassName("print-sheet");
        add(buttons(file), sheet);
    }

    private Component buttons(CaseFile file) {
        var print =
                new Button(getTranslation("task.print"), click -> getElement().executeJs("window.print()"));
        print.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var back = new Anchor(queries.route(file.family(), file.number()), getTranslation("task.print.back"));
        back.addClassName("print-back");
        var buttons = new Div(print, back);
        buttons.addClassName("print-buttons");
        return buttons;
    }

    private Component facts(CasePrint print) {
        CaseFile file = print.file();
        List<Map.Entry<String, String>> facts = new ArrayList<>();
        facts.add(Map.entry(getTranslation("task.print.number"), file.number()));
        facts.add(Map.entry(getTranslation("task.print.matter"), file.title()));
        Optional.ofNullable(file.place())
                .ifPresent(place -> facts.add(Map.entry(getTranslation("task.print.place"), place)));
        facts.add(Map.entry(
                getTranslation("task.print.starter"),
                Optional.ofNullable(file.startedBy())
                        .map(id -> print.names().getOrDefault(id, ""))
                        .orElseGet(() -> getTranslation("trace.actor.resident"))));
        facts.add(Map.entry(getTranslation("task.print.started"), time(file.startedAt())));
        facts.add(Map.entry(
                getTranslation("task.print.status"), getTranslation("status." + file.family() + "." + file.status())));
        Optional.ofNullable(file.closedAt())
                .ifPresent(closed -> facts.add(Map.entry(getTranslation("task.print.closed"), time(closed))));
        facts.addAll(print.facts());
        var table = new NativeTable();
        table.addClassNames("print-table", "print-facts");
        facts.forEach(fact -> {
            var row = table.getBody().addRow();
            row.addHeaderCell().setText(fact.getKey());
            row.addDataCell().setText(fact.getValue());
        });
        return table;
    }

    private List<List<String>> steps(CasePrint print) {
        return print.steps().stream()
                .map(printed -> List.of(
                        step(print.file(), printed.step()),
                        doer(print, printed.step()),
                        time(printed.at()),
                        opinion(printed)))
                .toList();
    }

    private String step(CaseFile file, DoneStep step) {
        String name = getTranslation("task." + file.family() + "." + step.taskKey());
        String signed = step.kind() == ItemKind.SIGN ? getTranslation("task.print.signed", name) : name;
        return step.undoneAt() == null ? signed : getTranslation("task.print.undone", signed);
    }

    private String doer(CasePrint print, DoneStep step) {
        String name = print.names().getOrDefault(step.staffId(), "");
        return step.forStaffId() == null
                ? name
                : getTranslation("task.print.for", name, print.names().getOrDefault(step.forStaffId(), ""));
    }

    private String opinion(PrintedStep printed) {
        AuditEntry deed = printed.deed();
        return deed == null ? "" : lines(words(deed), deed.note());
    }

    private List<List<String>> further(CasePrint print) {
        return print.further().stream()
                .map(entry -> List.of(time(entry.at()), lines(words(entry), entry.note())))
                .toList();
    }

    private String words(AuditEntry entry) {
        Actor actor = entry.actor();
        String name = switch (actor.kind()) {
            case STAFF -> actor.name();
            case RESIDENT -> getTranslation("trace.actor.resident");
            case SYSTEM -> getTranslation("trace.actor.system");
        };
        return getTranslation("event." + entry.eventType(), name);
    }

    private List<List<String>> comments(CasePrint print) {
        return print.comments().stream()
                .map(comment -> List.of(time(comment.writtenAt()), comment.name(), words(comment)))
                .toList();
    }

    private String words(Comment comment) {
        return comment.mentioned().isEmpty()
                ? comment.words()
                : lines(
                        comment.words(),
                        getTranslation("task.comments.reminded") + "@" + String.join(" @", comment.mentioned()));
    }

    private List<List<String>> copies(CasePrint print) {
        return print.copies().stream()
                .map(copy -> List.of(copy.staffName(), sender(copy), time(copy.sentAt()), read(copy)))
                .toList();
    }

    private String sender(Copy copy) {
        return copy.byStaffId() == null ? getTranslation("trace.actor.system") : copy.byName();
    }

    private String read(Copy copy) {
        return copy.readAt() == null ? getTranslation("task.copies.unread") : time(copy.readAt());
    }

    private Component foot(CasePrint print) {
        var foot = new Paragraph(getTranslation("task.print.foot", print.printedBy(), time(print.printedAt())));
        foot.addClassName("print-foot");
        return foot;
    }

    /** A table with a caption, whose head comes again on each sheet; nothing where there are no rows. */
    private Component table(String name, List<List<String>> rows, String... columns) {
        var table = new NativeTable();
        table.addClassNames("print-table", "print-" + name);
        table.setVisible(!rows.isEmpty());
        table.setCaptionText(getTranslation("task.print." + name));
        var head = table.getHead().addRow();
        for (String column : columns) {
            head.addHeaderCell().setText(getTranslation("task.print.column." + column));
        }
        rows.forEach(row -> {
            var line = table.getBody().addRow();
            row.forEach(cell -> line.addDataCell().setText(cell));
        });
        return table;
    }

    private String time(Instant at) {
        return DateFormats.dateTime(at, getLocale());
    }

    private static String lines(String first, String second) {
        return second.isBlank() ? first : first + "\n" + second;
    }
}
