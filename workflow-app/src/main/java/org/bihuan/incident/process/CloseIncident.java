package org.bihuan.incident.process;

import org.bihuan.casefile.CaseNumber;
import org.bihuan.incident.IncidentClosing;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task {@code closeIncident}. */
@Component
class CloseIncident implements JavaDelegate {

    private final IncidentClosing closing;

    CloseIncident(IncidentClosing closing) {
        this.closing = closing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        closing.close(new CaseNumber(execution.getProcessBusinessKey()));
    }
}
