package org.bihuan.inbox;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The families, looked up when asked: a family's bean may itself need the inbox. */
@Component
class CaseTypes {

    private final ObjectProvider<CaseType> types;

    CaseTypes(ObjectProvider<CaseType> types) {
        this.types = types;
    }

    CaseType of(String family) {
        return types.stream()
                .filter(type -> type.family().equals(family))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No CaseType for the family " + family));
    }

    List<String> families() {
        return types.stream().map(CaseType::family).sorted().toList();
    }
}
