package org.bihuan.inbox;

import com.vaadin.flow.i18n.I18NProvider;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bihuan.calendar.DateFormats;
import org.bihuan.calendar.ReckonedWords;
import org.bihuan.calendar.WorkingCalendar;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.rights.CaseReading;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells how the deadline of an open task came about. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("@rights.may('case.read')")
public class DeadlineReckoning {

    private final ModelTerms terms;
    private final WorkingCalendar calendar;
    private final InboxCheckMapper mapper;
    private final CaseReading reading;
    private final I18NProvider texts;

    DeadlineReckoning(
            ModelTerms terms,
            WorkingCalendar calendar,
            InboxCheckMapper mapper,
            CaseReading reading,
            I18NProvider texts) {
        this.terms = terms;
        this.calendar = calendar;
        this.mapper = mapper;
        this.reading = reading;
        this.texts = texts;
    }

    /** A deadline got another moment. */
    record Move(String taskId, Instant dueAt, Instant movedAt) {}

    /**
     * The way to the deadline of the task in words: what the model said when it began, a line for each step, and how it
     * was moved since, by more time or a rest.
     *
     * @throws org.bihuan.casefile.CaseNotFoundException when the current user may not read its case
     */
    public List<String> lines(InboxTask task, Locale locale) {
        reading.require(new CaseNumber(task.caseNumber()));
        var lines = new ArrayList<String>();
        terms.ofTask(task.taskId())
                .map(term -> calendar.explained(task.createdAt(), term, task.unitsNearestFirst()))
                .map(reckoning -> ReckonedWords.lines(reckoning, locale))
                .ifPresent(lines::addAll);
        mapper.moves(List.of(task.taskId())).stream()
                .map(move -> texts.getTranslation(
                        "inbox.deadline.moved",
                        locale,
                        DateFormats.dateTime(move.movedAt(), locale),
                        DateFormats.dateTime(move.dueAt(), locale)))
                .forEach(lines::add);
        if (task.suspendedAt() != null) {
            lines.add(texts.getTranslation("inbox.resting", locale, DateFormats.dateTime(task.suspendedAt(), locale)));
        }
        return lines;
    }
}
