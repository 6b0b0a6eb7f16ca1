package org.bihuan.rights;

import java.util.Optional;
import org.bihuan.casefile.CaseNumber;

/**
 * Asked before anything of a case is shown: its trail, diagram, tasks and photos. Each family answers for its own cases
 * and says no to all others; one yes is enough.
 */
public interface CaseScope {

    /** Whether the current user may read this case. */
    boolean mayRead(CaseNumber number);

    /** The case that this private link opens; empty when the family knows no such link. */
    default Optional<CaseNumber> byToken(String token) {
        return Optional.empty();
    }
}
