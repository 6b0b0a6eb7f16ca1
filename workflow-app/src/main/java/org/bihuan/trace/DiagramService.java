package org.bihuan.trace;

import java.util.Optional;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.engine.CaseHistory;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells which way a case took through its process model and where it stands. */
@Service
public class DiagramService {

    private final CaseHistory history;

    DiagramService(CaseHistory history) {
        this.history = history;
    }

    /**
     * The way of the case through the version of the model on which it runs or ran; of its latest process if it had
     * several. Empty when no process was started for it or the engine has cleaned up its history. Whether the caller
     * may see the case is the family's.
     */
    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public Optional<CaseWay> of(CaseNumber number) {
        return history.of(number).map(CaseWay::through);
    }
}
