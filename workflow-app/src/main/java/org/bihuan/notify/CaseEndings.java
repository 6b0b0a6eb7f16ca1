package org.bihuan.notify;

import java.util.Objects;
import java.util.Set;
import org.bihuan.casefile.CaseEvent;
import org.bihuan.casefile.CaseFile;
import org.bihuan.casefile.CaseRegister;
import org.bihuan.casefile.Notice;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells whoever started a case that it ended, unless it was that person's own doing. */
@Component
class CaseEndings {

    /** Types of events after which a case does not go on. */
    private static final Set<String> ENDINGS =
            Set.of("incident.closed", "incident.dismissed", "incident.merged", "task.revoked");

    private final CaseRegister register;
    private final ApplicationEventPublisher events;

    CaseEndings(CaseRegister register, ApplicationEventPublisher events) {
        this.register = register;
        this.events = events;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void ended(CaseEvent event) {
        if (ENDINGS.contains(event.type())) {
            register.find(event.caseRef().number()).ifPresent(file -> tell(event, file));
        }
    }

    private void tell(CaseEvent event, CaseFile file) {
        Long starter = file.startedBy();
        if (starter != null && !Objects.equals(starter, event.actor().staffId())) {
            events.publishEvent(new Notice(
                    "case.ended",
                    Set.of(starter),
                    event.caseRef(),
                    file.title(),
                    event.publicNote(),
                    event.occurredAt()));
        }
    }
}
