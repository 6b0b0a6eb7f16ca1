package org.bihuan.engine;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a case can go back to a step, or why it cannot.
 *
 * @param hindrance why not; empty when it can
 * @param processId the process, the case's own or a child's, that goes back
 * @param toKey the step
 * @param toName its name in the model
 * @param toElement what is started: the step, or all of its instances
 * @param scopeId the place around the step that lives on
 * @param ending what stands ahead and ends, first that from which the way leads back
 * @param lent joins, once for each token that a branch whose work stands had brought there
 * @param again elements that will be passed once more
 */
public record WayBack(
        @Nullable Hindrance hindrance,
        String processId,
        String toKey,
        String toName,
        String toElement,
        String scopeId,
        List<Ending> ending,
        List<String> lent,
        Set<String> again) {

    /** Why a case cannot go back to a step. */
    public enum Hindrance {
        /** The step does not lie on a way to where the case stands. */
        NOT_EARLIER,
        /** Something else stands in the way: the step has several instances, or is open a second time. */
        BRANCH,
        /** It lies in a child process that has ended, or the case has. */
        ENDED_PART,
        /** Somebody or the program itself has gone on from there. */
        WENT_ON
    }

    /** A token that ends. */
    public record Ending(String id, String name, boolean waitsForJob) {}

    static WayBack shut(Hindrance hindrance) {
        return new WayBack(hindrance, "", "", "", "", "", List.of(), List.of(), Set.of());
    }

    /** Whether the case can go it. */
    public boolean isOpen() {
        return hindrance == null;
    }
}
