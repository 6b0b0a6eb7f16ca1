package org.bihuan.audit;

import java.util.List;
import org.bihuan.casefile.CaseEvent;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.rights.CaseReading;
import org.springframework.context.event.EventListener;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps every {@link CaseEvent}. Entry and deed stand in one transaction: both are kept, or neither. */
@Service
public class AuditLog {

    private final AuditMapper mapper;
    private final CaseReading reading;

    AuditLog(AuditMapper mapper, CaseReading reading) {
        this.mapper = mapper;
        this.reading = reading;
    }

    /**
     * Adds the event, a note of up to 4000 characters with it.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException when the event was published outside of
     *     a transaction
     */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void append(CaseEvent event) {
        mapper.append(
                event.caseRef().number().value(),
                event.caseRef().family(),
                event.type(),
                event.actor(),
                event.occurredAt(),
                event.note(),
                event.visibleToReporter() ? event.publicNote() : "",
                event.visibleToReporter());
    }

    /**
     * Everything that happened to the case, first things first.
     *
     * @throws org.bihuan.casefile.CaseNotFoundException when the current user may not read the case
     */
    @PreAuthorize("@rights.may('case.read')")
    @Transactional(readOnly = true)
    public List<AuditEntry> entries(CaseNumber number) {
        reading.require(number);
        return mapper.entries(number.value());
    }

    /**
     * What the reporter of the case may see of it, first things first; no entry names a person.
     *
     * @param token that of the private link
     * @throws org.bihuan.casefile.CaseNotFoundException when the link is not real
     */
    @PreAuthorize("@rights.may('case.follow')")
    @Transactional(readOnly = true)
    public List<AuditEntry> entriesForReporter(String token) {
        return mapper.entries(reading.requireToken(token).value()).stream()
                .filter(AuditEntry::visibleToReporter)
                .map(AuditEntry::forReporter)
                .toList();
    }
}
