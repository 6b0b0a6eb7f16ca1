package org.bihuan.inbox;

import java.util.Collection;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.rights.CaseParties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Those who may read a case because somebody entitled let them in: asked them to sign, copied it to them, handed it to
 * them or mentioned them. Asks nobody's rights: its callers have.
 */
@Component
public class CaseAudience implements CaseParties {

    private final AudienceMapper mapper;

    CaseAudience(AudienceMapper mapper) {
        this.mapper = mapper;
    }

    /** Lets these members of staff read the case from now on, as far as their roles let them read any. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void letIn(CaseNumber number, Collection<Long> staffIds) {
        if (!staffIds.isEmpty()) {
            // In one order, so that nobody waits for somebody who waits for him.
            mapper.insert(number.value(), staffIds.stream().distinct().sorted().toList());
        }
    }

    @Override
    public boolean involves(CaseNumber number, long staffId) {
        return mapper.contains(number.value(), staffId);
    }
}
