package org.bihuan.task.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bihuan.calendar.DateFormats;
import org.bihuan.casefile.CaseNotFoundException;
import org.bihuan.form.DraftAnswers;
import org.bihuan.form.SchemaForm;
import org.bihuan.inbox.AlreadyTakenException;
import org.bihuan.inbox.InboxTask;
import org.bihuan.inbox.NotYourTaskException;
import org.bihuan.inbox.TaskRefusedException;
import org.bihuan.task.Drafts;
import org.bihuan.task.Drafts.Draft;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Line below a task's form that says that it is kept, with notes for above it. Whatever is entered is saved by itself and is there again when
 * the holder opens the page, wherever that is; what could not be sent waits in the browser and is offered.
 */
@JavaScript("context://scripts/draft.js")
public final class DraftKeeper extends Composite<Div> {

    private final transient Drafts drafts;
    private final String taskId;
    private final String name;
    private final SchemaForm form;
    private final transient List<Part<?>> parts = new ArrayList<>();
    private final transient Map<String, Object> blank = new LinkedHashMap<>();
    private final Span status = new Span();
    private final Div notes = new Div();
    private boolean quiet;

    /** A field that stands beside the form and is kept with it. */
    private record Part<T>(
            String key, HasValue<?, T> field, T blank, Function<T, @Nullable Object> kept, Function<JsonNode, T> back) {

        @Nullable Object keep() {
            return kept.apply(field.getValue());
        }

        void restore(JsonNode answers) {
            if (answers.has(key)) {
                field.setValue(back.apply(answers.get(key)));
            }
        }

        void empty() {
            field.setValue(blank);
        }
    }

    /**
     * @param task held by the reader
     * @param form filled in with what the page knows
     */
    public DraftKeeper(Drafts drafts, InboxTask task, SchemaForm form) {
        this.drafts = drafts;
        this.taskId = task.taskId();
        this.name = taskId + "." + task.assigneeId();
        this.form = form;
        status.addClassName("task-draft-status");
        status.getElement().setAttribute("aria-live", "polite");
        notes.addClassName("task-draft-notes");
        getContent().addClassName("task-draft");
        getContent().add(status);
    }

    /**
     * Keeps a field beside the form as well.
     *
     * @param kept what JSON can hold of its value
     * @param back makes a value of that; the field's empty value where it no longer can
     */
    public <T> DraftKeeper with(
            String key, HasValue<?, T> field, Function<T, @Nullable Object> kept, Function<JsonNode, T> back) {
        parts.add(new Part<>(key, field, field.getValue(), kept, back));
        return this;
    }

    /** What came back and what is offered, to stand above the form. */
    public Component notes() {
        return notes;
    }

    /** Brings back what was kept, and keeps from now on. */
    public DraftKeeper start() {
        blank.putAll(form.draft());
        drafts.find(taskId).ifPresent(this::restore);
        form.onChange(this::save);
        parts.forEach(part -> part.field().addValueChangeListener(change -> save()));
        form.keepTextsInBrowser(name);
        return this;
    }

    /** The task is done or given away: the browser forgets. */
    public void forget() {
        UI.getCurrent().getPage().executeJs("window.bihuanDrafts?.forget($0)", name);
    }

    private void restore(Draft draft) {
        form.setValues(DraftAnswers.read(form.schema(), draft.answers()));
        parts.forEach(part -> part.restore(draft.answers()));
        var anew = new Button(getTranslation("task.draft.anew"), click -> beginAnew());
        anew.addThemeVariants(ButtonVariant.TERTIARY);
        note(getTranslation("task.draft.restored", DateFormats.dateTime(draft.savedAt(), getLocale())), anew);
    }

    private void beginAnew() {
        quietly(() -> {
            form.replaceValues(blank);
            parts.forEach(Part::empty);
        });
        drafts.drop(taskId);
        forget();
        notes.removeAll();
        status.setText("");
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        getElement().executeJs("return window.bihuanDrafts.unsent($0)", name).then(this::offer);
    }

    /** Offers what the browser has and the server has not. */
    void offer(@Nullable JsonNode texts) {
        if (texts == null || texts.isEmpty()) {
            return;
        }
        Map<String, Object> now = form.draft();
        Map<String, Object> unsent = new LinkedHashMap<>(DraftAnswers.read(form.schema(), texts));
        unsent.entrySet().removeIf(text -> text.getValue().equals(now.get(text.getKey())));
        if (unsent.isEmpty()) {
            forget();
            return;
        }
        var yes = new Button(getTranslation("task.draft.unsent.restore"));
        var no = new Button(getTranslation("task.draft.unsent.drop"));
        no.addThemeVariants(ButtonVariant.TERTIARY);
        Div note = note(getTranslation("task.draft.unsent"), yes, no);
        yes.addClickListener(click -> {
            notes.remove(note);
            quietly(() -> form.setValues(unsent));
            save();
        });
        no.addClickListener(click -> {
            notes.remove(note);
            forget();
        });
    }

    private Div note(String words, Component... buttons) {
        var note = new Div(new Span(words));
        note.add(buttons);
        note.addClassNames("bihuan-message", "bihuan-message-info", "task-draft-note");
        note.getElement().setAttribute("role", "status");
        notes.add(note);
        return note;
    }

    private void quietly(Runnable change) {
        quiet = true;
        try {
            change.run();
        } finally {
            quiet = false;
        }
    }

    private void save() {
        if (quiet) {
            return;
        }
        Map<String, Object> answers = new LinkedHashMap<>(form.draft());
        parts.forEach(part -> answers.put(part.key(), part.keep()));
        answers.values().removeIf(value -> value == null);
        try {
            status.setText(getTranslation("task.draft.saved", DateFormats.time(drafts.save(taskId, answers))));
            getElement()
                    .executeJs(
                            "window.bihuanDrafts.saved($0, $1)",
                            name,
                            JsonMapper.shared().valueToTree(texts()));
        } catch (AlreadyTakenException | NotYourTaskException | CaseNotFoundException e) {
            status.setText(getTranslation("task.draft.gone"));
        } catch (ConcurrencyFailureException e) {
            status.setText(getTranslation("task.draft.busy"));
        } catch (TaskRefusedException e) {
            status.setText(getTranslation(e.reasonKey(), e.values()));
        }
    }

    private Map<String, Object> texts() {
        return form.draft().entrySet().stream()
                .filter(answer -> answer.getValue() instanceof String)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
