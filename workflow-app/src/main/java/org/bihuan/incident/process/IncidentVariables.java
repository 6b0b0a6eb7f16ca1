package org.bihuan.incident.process;

import org.bihuan.engine.Variable;

/** Routing facts of the incident process; case data stay in our tables. Posts are ids as text, as the engine names groups. */
final class IncidentVariables {

    static final Variable<String> DISPATCHING_POST = new Variable<>("dispatchingPost");

    /** Empty until somebody responsible is known. */
    static final Variable<String> HANDLING_POST = new Variable<>("handlingPost");

    static final Variable<String> VERIFYING_POST = new Variable<>("verifyingPost");

    /** Time for handling, for example {@code 4WH}. */
    static final Variable<String> HANDLING_TERM = new Variable<>("handlingTerm");

    static final Variable<Boolean> HANDLED = new Variable<>("handled");

    static final Variable<Boolean> VERIFIED = new Variable<>("verified");

    private IncidentVariables() {}
}
