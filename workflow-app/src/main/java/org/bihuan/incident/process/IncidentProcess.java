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

    public void handedUp(String taskId, Post dispatching) {
        engine.complete(
                taskId, IncidentVariables.HANDLED.is(false), IncidentVariables.DISPATCHING_POST.is(group(dispatching)));
    }

    public void verified(String taskId) {
        engine.complete(taskId, IncidentVariables.VERIFIED.is(true));
    }

    /**
     * @param handling the post that handled it; empty sends the incident to the dispatcher
     */
    public void sentBack(String taskId, @Nullable Post handling, Post dispatching) {
        engine.complete(
                taskId,
                IncidentVariables.VERIFIED.is(false),
                IncidentVariables.HANDLING_POST.is(handling == null ? null : group(handling)),
                IncidentVariables.DISPATCHING_POST.is(group(dispatching)));
    }

    /** Another post handles it from now on; its task is open already. */
    public void handedTo(CaseNumber number, Post handling) {
        engine.change(number, IncidentVariables.HANDLING_POST.is(group(handling)));
    }

    public void rated(CaseNumber number) {
        engine.tell(Messages.INCIDENT_RATED, number);
    }

    /**
     * @param handling the post that handled it; empty sends the incident to the dispatcher
     */
    public void reopened(CaseNumber number, @Nullable Post handling, Post dispatching) {
        engine.tell(
                Messages.INCIDENT_REOPENED,
                number,
                IncidentVariables.HANDLING_POST.is(handling == null ? null : group(handling)),
                IncidentVariables.DISPATCHING_POST.is(group(dispatching)));
    }

    public void dismissed(CaseNumber number) {
        engine.tell(Messages.INCIDENT_DISMISSED, number);
    }

    private static String group(Post post) {
        return String.valueOf(post.id());
    }
}
