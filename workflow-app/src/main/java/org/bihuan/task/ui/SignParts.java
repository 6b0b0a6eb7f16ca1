package org.bihuan.task.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.DescriptionList;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bihuan.calendar.DeadlineBadge;
import org.bihuan.calendar.DeadlineState;
import org.bihuan.calendar.DueWords;
import org.bihuan.casefile.CaseFile;
import org.bihuan.casefile.CaseNotFoundException;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.casefile.CaseRegister;
import org.bihuan.form.FormComponent;
import org.bihuan.form.FormSchemas;
import org.bihuan.inbox.InboxQueries;
import org.bihuan.inbox.InboxTask;
import org.bihuan.task.Signer;
import org.bihuan.task.Signing.Progress;
import org.bihuan.trace.CaseHead;
import org.jspecify.annotations.Nullable;

/** What the page of a signer shows of the case: the head, the step, what its holder answered. */
@org.springframework.stereotype.Component
class SignParts {

    private final CaseRegister register;
    private final InboxQueries queries;
    private final FormSchemas schemas;
    private final DueWords dueWords;
    private final Clock clock;

    SignParts(CaseRegister register, InboxQueries queries, FormSchemas schemas, DueWords dueWords, Clock clock) {
        this.register = register;
        this.queries = queries;
        this.schemas = schemas;
        this.dueWords = dueWords;
        this.clock = clock;
    }

    CaseNumber number(Signer signer) {
        return new CaseNumber(signer.caseNumber());
    }

    String route(Signer signer) {
        return queries.route(file(signer).family(), signer.caseNumber());
    }

    /** Name of the step that is signed. */
    String step(Signer signer, @Nullable InboxTask task) {
        return task == null
                ? word("task.sign.heading")
                : StepWords.name(file(signer).family(), task.taskKey(), word("task.sign.heading"));
    }

    /** Number, title, how far the signing is, clock and whose turn it is. */
    Component head(Signer signer, @Nullable InboxTask task, List<Progress> open) {
        CaseFile file = file(signer);
        var head =
                new CaseHead(number(signer), file.place() == null ? file.title() : file.title() + " · " + file.place());
        if (task != null) {
            var now = clock.instant();
            head.setDeadline(new DeadlineBadge(
                    DeadlineState.of(now, task.warnAt(), task.dueAt()),
                    dueWords.words(task.dueAt(), now, task.unitsNearestFirst(), locale())));
            open.stream()
                    .filter(progress -> progress.taskId().equals(task.taskId()))
                    .findFirst()
                    .ifPresent(progress -> {
                        head.setStatus(
                                word("task.sign.progress", progress.decided(), progress.all()), CaseHead.Tone.OPEN);
                        head.setHolder(progress.asked().isEmpty() ? null : String.join("、", progress.asked()));
                    });
        }
        return head;
    }

    /** The answers under the names of the form's fields. */
    Component answers(InboxTask task, Map<String, Object> answers) {
        var list = new DescriptionList();
        list.addClassName("task-answers");
        if (schemas.keys().contains(task.formKey())) {
            schemas.schema(task.formKey()).inputs().stream()
                    .filter(input -> answers.containsKey(input.key()))
                    .forEach(input -> answer(list, input.label().in(locale()), value(input, answers.get(input.key()))));
        } else {
            answers.forEach((key, value) -> answer(list, key, String.valueOf(value)));
        }
        return list;
    }

    private static void answer(DescriptionList list, String name, String value) {
        list.add(new DescriptionList.Term(name), new DescriptionList.Description(value));
    }

    private String value(FormComponent input, @Nullable Object value) {
        return switch (value) {
            case Boolean yes -> word(yes ? "task.sign.yes" : "task.sign.no");
            case Collection<?> many ->
                many.stream().map(one -> option(input, one)).collect(Collectors.joining("、"));
            case null -> "";
            default -> option(input, value);
        };
    }

    private static String option(FormComponent input, Object value) {
        return input.options().stream()
                .filter(option -> option.value().equals(value))
                .findFirst()
                .map(option -> option.label().in(locale()))
                .orElse(String.valueOf(value));
    }

    private CaseFile file(Signer signer) {
        return register.find(number(signer)).orElseThrow(() -> new CaseNotFoundException(signer.caseNumber()));
    }

    private static String word(String key, Object... values) {
        return Optional.ofNullable(UI.getCurrent()).orElseGet(UI::new).getTranslation(key, values);
    }

    private static Locale locale() {
        return Optional.ofNullable(UI.getCurrent()).orElseGet(UI::new).getLocale();
    }
}
