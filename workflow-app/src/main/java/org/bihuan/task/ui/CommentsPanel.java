package org.bihuan.task.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bihuan.calendar.DateFormats;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.idempotency.Idempotency;
import org.bihuan.idempotency.SendKeyField;
import org.bihuan.org.Colleague;
import org.bihuan.org.StaffPicker;
import org.bihuan.org.StaffService;
import org.bihuan.task.Comment;
import org.bihuan.task.Comments;

/** 讨论: what colleagues said about the case, first things first, and a form to say something. */
final class CommentsPanel extends Composite<Section> {

    private final transient Comments comments;
    private final transient StaffService staff;
    private final transient Idempotency idempotency;
    private final long reader;
    private final CaseNumber number;

    CommentsPanel(Comments comments, StaffService staff, long reader, Idempotency idempotency, CaseNumber number) {
        this.comments = comments;
        this.staff = staff;
        this.reader = reader;
        this.idempotency = idempotency;
        this.number = number;
        getContent().addClassNames("bihuan-card", "talk-comments");
        show();
    }

    private void show() {
        List<Comment> said = comments.of(number);
        getContent().removeAll();
        getContent().add(new H2(getTranslation("task.comments")), said.isEmpty() ? nothing() : list(said), form());
    }

    private Component nothing() {
        var words = new Paragraph(getTranslation("task.comments.empty"));
        words.addClassName("talk-empty");
        return words;
    }

    private Component list(List<Comment> said) {
        var list = new OrderedList();
        list.addClassName("talk-list");
        said.stream().map(this::item).forEach(list::add);
        return list;
    }

    private ListItem item(Comment comment) {
        var name = new Span(comment.name());
        name.addClassName("talk-name");
        var when = new Span(DateFormats.dateTime(comment.writtenAt(), getLocale()));
        when.addClassName("talk-when");
        var head = new Div(name, when);
        head.addClassName("talk-head");
        var item = new ListItem(head, words(comment));
        item.addClassName("talk-item");
        if (!comment.mentioned().isEmpty()) {
            var mentioned = new Div(new Span(getTranslation("task.comments.reminded")));
            mentioned.addClassName("talk-reminded");
            comment.mentioned().forEach(one -> mentioned.add(mention("@" + one)));
            item.add(mentioned);
        }
        return item;
    }

    /** The words, in which those mentioned stand out. */
    private static Component words(Comment comment) {
        var words = new Div();
        words.addClassName("talk-words");
        String text = comment.words();
        int from = 0;
        if (!comment.mentioned().isEmpty()) {
            // The longest first, so that 王芳芳 is not taken for 王芳.
            Pattern names = Pattern.compile(comment.mentioned().stream()
                    .sorted((one, other) -> Integer.compare(other.length(), one.length()))
                    .map(name -> "@" + Pattern.quote(name))
                    .collect(Collectors.joining("|")));
            for (MatchResult found : names.matcher(text).results().toList()) {
                words.add(new Span(text.substring(from, found.start())), mention(found.group()));
                from = found.end();
            }
        }
        words.add(new Span(text.substring(from)));
        return words;
    }

    private static Span mention(String name) {
        var mention = new Span(name);
        mention.addClassName("talk-mention");
        return mention;
    }

    private Component form() {
        var words = new TextArea(getTranslation("task.comment.words"));
        words.setWidthFull();
        words.setMinHeight("5rem");
        words.setMaxLength(Comments.LONGEST);
        words.setHelperText(getTranslation("task.comment.words.help"));
        words.setValueChangeMode(ValueChangeMode.LAZY);
        MultiSelectComboBox<Colleague> whom =
                StaffPicker.several(staff, getTranslation("task.comment.whom"), Set.of(reader));
        var key = new SendKeyField(idempotency, "task.comment." + number);
        var send = new Button(getTranslation("task.comment.send"));
        send.setDisableOnClick(true);
        send.addClickListener(click -> {
            try {
                if (filled(words)) {
                    send(key, words.getValue(), whom.getValue());
                }
            } finally {
                send.setEnabled(true);
            }
        });
        var form = new Div(words, whom, key, send);
        form.addClassName("talk-form");
        return form;
    }

    private boolean filled(TextArea words) {
        boolean filled = !words.getValue().isBlank();
        words.setErrorMessage(getTranslation("task.comment.refused.missing"));
        words.setInvalid(!filled);
        if (!filled) {
            words.focus();
        }
        return filled;
    }

    private void send(SendKeyField key, String words, Set<Colleague> whom) {
        List<Long> ids = whom.stream().map(Colleague::staffId).sorted().toList();
        if (Attempts.send(
                key,
                List.of("comment", number, words, ids),
                "task.comment.done",
                () -> comments.write(number, words, ids))) {
            show();
        }
    }
}
