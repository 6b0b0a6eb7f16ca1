package org.bihuan.task;

import org.bihuan.casefile.CaseNumber;
import org.bihuan.rights.CaseParties;
import org.springframework.stereotype.Component;

/** Who is or was asked to sign something of a case, and so must be able to read it. */
@Component
class CaseSigners implements CaseParties {

    private final SignerMapper mapper;

    CaseSigners(SignerMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public boolean involves(CaseNumber number, long staffId) {
        return mapper.involves(number.value(), staffId);
    }
}
