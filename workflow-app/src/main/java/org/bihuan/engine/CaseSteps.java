package org.bihuan.engine;

import java.util.Set;
import org.bihuan.casefile.CaseNumber;

/**
 * Where the token of a case may stand, by what the family's own rows say. Each family that lets its cases be repaired
 * has one bean of it; without one nothing is moved.
 */
public interface CaseSteps {

    /** Word that names the family, for example {@code incident}. */
    String family();

    /** Elements before which the process may go on without contradicting the case's own status. */
    Set<String> agreeing(CaseNumber number);

    /** The token was moved there; called in the transaction of the move, so that the family can bring its rows in step. */
    default void moved(CaseNumber number, String element) {}
}
