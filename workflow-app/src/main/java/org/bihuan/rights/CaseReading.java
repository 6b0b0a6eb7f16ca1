package org.bihuan.rights;

import java.util.Optional;
import org.bihuan.casefile.CaseNotFoundException;
import org.bihuan.casefile.CaseNumber;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks the families who may read a case, for modules that know no family. */
@Component
public class CaseReading {

    private final ObjectProvider<CaseScope> families;

    /** Looked up when asked: a family's bean may itself need the module that asks. */
    CaseReading(ObjectProvider<CaseScope> families) {
        this.families = families;
    }

    /** Whether the current user may read this case. */
    public boolean may(CaseNumber number) {
        return families.stream().anyMatch(family -> family.mayRead(number));
    }

    /**
     * Goes on only when the current user may read the case.
     *
     * @throws CaseNotFoundException otherwise
     */
    public void require(CaseNumber number) {
        if (!may(number)) {
            throw new CaseNotFoundException(number.value());
        }
    }

    /** The case that this private link opens; empty when there is no such link. */
    public Optional<CaseNumber> byToken(String token) {
        return families.stream()
                .flatMap(family -> family.byToken(token).stream())
                .findFirst();
    }

    /**
     * The case that this private link opens.
     *
     * @throws CaseNotFoundException when there is no such link
     */
    public CaseNumber requireToken(String token) {
        return byToken(token).orElseThrow(() -> new CaseNotFoundException("link"));
    }
}
