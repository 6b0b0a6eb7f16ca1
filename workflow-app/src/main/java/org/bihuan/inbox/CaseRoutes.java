package org.bihuan.inbox;

import java.util.Optional;
import org.bihuan.casefile.CaseRef;
import org.springframework.stereotype.Component;

/** Where the page of a case is; whoever opens it is asked there. */
@Component
public class CaseRoutes {

    private final CaseTypes types;

    CaseRoutes(CaseTypes types) {
        this.types = types;
    }

    /** Route of the page that shows the case to everybody who may see it; empty for a family without pages. */
    public Optional<String> of(CaseRef ref) {
        return types.families().contains(ref.family())
                ? Optional.of(types.of(ref.family()).route(ref.number()))
                : Optional.empty();
    }
}
