package org.bihuan.attachment;

import org.bihuan.casefile.CaseNumber;

/**
 * Asked before a photo is shown to staff. Each family answers for its own cases and says no to all others; one yes is
 * enough.
 */
public interface PhotoAccess {

    /** Whether the current user may see photos of this case. */
    boolean mayRead(CaseNumber number);
}
