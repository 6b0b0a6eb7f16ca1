package org.bihuan.attachment;

import java.util.Optional;
import org.bihuan.casefile.CaseNumber;

/** Asked before a photo is shown to a resident who holds a private link; each family knows its own links. */
public interface ReporterAccess {

    /** The case that this token opens; empty when the token is unknown. */
    Optional<CaseNumber> byToken(String token);
}
