package org.bihuan.trace;

import java.util.Optional;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.engine.CaseHistory;
import org.bihuan.rights.CaseReading;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells which way a case took through its process model and where it stands. */
@Service
public class DiagramService {

    private final CaseHistory history;

    private final CaseReading reading;

    DiagramService(CaseHistory history, CaseReading reading) {
        this.history = history;
        this.reading = reading;
    }

    /**
     * The way of the case through the version of the model on which it runs or ran; of its latest process if it had
     * several. Empty when no process was started for it or the engine has cleaned up its history.
     *
     * @throws org.bihuan.casefile.CaseNotFoundException when the current user may not read the case
     */
    @PreAuthorize("@rights.may('case.read')")
    @Transactional(readOnly = true)
    public Optional<CaseWay> of(CaseNumber number) {
        reading.require(number);
        return history.of(number).map(CaseWay::through);
    }
}
