package org.bihuan.rights;

import org.bihuan.casefile.CaseNumber;

/**
 * Knows who is involved in which case because somebody entitled asked that person to sign, copied it to him, handed it
 * to him or mentioned him. One yes of all beans is enough.
 */
public interface CaseParties {

    /** Whether this member of staff is involved in the case. */
    boolean involves(CaseNumber number, long staffId);
}
