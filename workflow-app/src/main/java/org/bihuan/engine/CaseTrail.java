package org.bihuan.engine;

import java.util.List;

/**
 * What the engine remembers of a case's way through its process model.
 *
 * @param model the model as BPMN XML, in the version on which the case runs or ran
 * @param stays in the order in which they began
 * @param ended whether the process is over
 */
public record CaseTrail(String model, List<Flow> flows, List<Stay> stays, boolean ended) {

    /** A sequence flow of the model. */
    public record Flow(String id, String sourceId, String targetId) {}

    /**
     * One stay at an element.
     *
     * @param name as people read it; empty when the modeller gave none
     * @param container whether it holds other elements, as a subprocess does
     */
    public record Stay(String elementId, String name, boolean container, Outcome outcome) {}

    /** How a stay ended, or that it has not. */
    public enum Outcome {
        OPEN,
        DONE,
        BROKEN_OFF
    }
}
