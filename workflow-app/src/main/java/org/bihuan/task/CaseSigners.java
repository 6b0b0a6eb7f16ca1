package org.bihuan.task;

import org.bihuan.casefile.CaseNumber;
import org.springframework.stereotype.Component;

/** Who is or was asked to sign something of a case, and so must be able to read it. */
@Component
public class CaseSigners {

    private final SignerMapper mapper;

    CaseSigners(SignerMapper mapper) {
        this.mapper = mapper;
    }

    /** Whether it was ever up to this member of staff. */
    public boolean involves(CaseNumber number, long staffId) {
        return mapper.involves(number.value(), staffId);
    }
}
