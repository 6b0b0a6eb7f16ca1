package org.bihuan.inbox;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.casefile.Actor;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.casefile.CaseRef;
import org.bihuan.casefile.Notice;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Delivers copies, whoever sends them: the rows, the right to read, the entry in the record, the notice. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CopyPost {

    private final CopyMapper mapper;
    private final InboxChanges changes;
    private final CaseAudience audience;
    private final CaseTypes types;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CopyPost(
            CopyMapper mapper,
            InboxChanges changes,
            CaseAudience audience,
            CaseTypes types,
            ApplicationEventPublisher events,
            Clock clock) {
        this.mapper = mapper;
        this.changes = changes;
        this.audience = audience;
        this.types = types;
        this.events = events;
        this.clock = clock;
    }

    /** Somebody who gets a copy. */
    record Receiver(long staffId, String name) {}

    /**
     * @param by who sends it; {@link Actor#SYSTEM} when the process model says so
     * @param receivers not empty, each once
     */
    void deliver(String family, CaseNumber number, Actor by, Collection<Receiver> receivers, String words) {
        Instant now = clock.instant();
        CaseSummary summary = types.of(family).summary(number);
        var like = new Copy(
                0,
                family,
                number.value(),
                0,
                "",
                summary.title(),
                summary.place(),
                by.staffId(),
                by.name(),
                words,
                now,
                null);
        List<Long> ids = receivers.stream().map(Receiver::staffId).toList();
        mapper.insert(UUID.randomUUID().toString(), like, receivers);
        ids.forEach(id -> changes.tell(List.of(), id));
        audience.letIn(number, ids);
        var caseRef = new CaseRef(family, number);
        events.publishEvent(new Copied(caseRef, by, now, note(receivers, words)));
        events.publishEvent(new Notice("task.copied", Set.copyOf(ids), caseRef, summary.title(), words, now));
    }

    private static String note(Collection<Receiver> receivers, String words) {
        String names = receivers.stream().map(Receiver::name).collect(Collectors.joining("、"));
        return words.isEmpty() ? names : names + ":" + words;
    }
}
