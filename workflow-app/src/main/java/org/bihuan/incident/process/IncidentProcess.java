package org.bihuan.incident.process;

import org.bihuan.casefile.CaseNumber;
import org.bihuan.casefile.StaleCaseException;
import org.bihuan.engine.CaseEngine;
import org.bihuan.incident.process.IncidentHandlingBpmn.Messages;
import org.bihuan.org.Post;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Moves the process of an incident along; the only one in the family that talks to the engine. */
@Component
public class IncidentProcess {

    private final CaseEngine engine;

    IncidentProcess(CaseEngine engine) {
        this.engine = engine;
    }

    /**
     * @param handling the responsible post; empty sends the incident to the dispatcher
     * @param term time for handling
     */
    public void started(CaseNumber number, @Nullable Post handling, Post dispatching, String term) {
        engine.start(
                IncidentHandlingBpmn.KEY,
                number,
                IncidentVariables.DISPATCHING_POST.is(group(dispatching)),
                IncidentVariables.HANDLING_POST.is(handling == null ? null : group(handling)),
                IncidentVariables.HANDLING_TERM.is(term));
    }

    /**
     * Id of the open task of this name.
     *
     * @throws StaleCaseException when the incident is not, or no longer, at this step
     */
    public String task(CaseNumber number, String taskKey) {
        return engine.openTask(number, taskKey).orElseThrow(() -> new StaleCaseException(number.value()));
    }

    public void dispatched(String taskId, Post handling, String term) {
        engine.complete(
                taskId, IncidentVariables.HANDLING_POST.is(group(handling)), IncidentVariables.HANDLING_TERM.is(term));
    }

    public void handled(String taskId, Post verifying) {
        engine.complete(
                taskId, IncidentVariables.HANDLED.is(true), IncidentVariables.VERIFYING_POST.is(group(verifying)));
    }

    public void handedUp(String taskId) {
        engine.complete(taskId, IncidentVariables.HANDLED.is(false));
    }

    public void verified(String taskId, boolean passed) {
        engine.complete(taskId, IncidentVariables.VERIFIED.is(passed));
    }

    public void rated(CaseNumber number) {
        engine.tell(Messages.INCIDENT_RATED, number);
    }

    public void reopened(CaseNumber number) {
        engine.tell(Messages.INCIDENT_REOPENED, number);
    }

    public void dismissed(CaseNumber number) {
        engine.tell(Messages.INCIDENT_DISMISSED, number);
    }

    private static String group(Post post) {
        return String.valueOf(post.id());
    }
}
