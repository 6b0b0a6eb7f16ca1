package org.bihuan.model;

import java.util.List;
import org.bihuan.engine.ModelFinding;

/** An act on a draft that cannot be; nothing was done. */
public class ModelRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    private final transient List<ModelFinding> findings;

    ModelRefusedException(Reason reason) {
        this(reason, List.of());
    }

    ModelRefusedException(Reason reason, List<ModelFinding> findings) {
        super(reason + (findings.isEmpty() ? "" : ": " + findings));
        this.reason = reason;
        this.findings = List.copyOf(findings);
    }

    public Reason reason() {
        return reason;
    }

    /** What the rules say against the model; empty when that is not the reason. */
    public List<ModelFinding> findings() {
        return findings;
    }

    /** Key of the plain words in the translations. */
    public String messageKey() {
        return "model.refused." + reason;
    }

    /** Why it cannot be. */
    public enum Reason {
        /** The rules find something. */
        FINDINGS,
        /** Who uploaded it may not approve or reject it. */
        OWN_DRAFT,
        /** Only who uploaded it may take it back. */
        NOT_OWN_DRAFT,
        /** Somebody has decided or changed it meanwhile. */
        STALE,
        /** Another version of the process has been deployed since it was uploaded. */
        OUTDATED,
        /** It is the same as the version that runs. */
        UNCHANGED,
        NO_REASON
    }
}
