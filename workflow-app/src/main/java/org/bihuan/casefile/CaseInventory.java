package org.bihuan.casefile;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Reads the register in pages, for whoever compares it with something else. */
@Component
public class CaseInventory {

    private final CaseCheckMapper mapper;

    CaseInventory(CaseCheckMapper mapper) {
        this.mapper = mapper;
    }

    /** A case that has not ended. */
    public record OpenCase(String number, String family, String status) {}

    /** Open cases in the order of their numbers, those after {@code number}. */
    public List<OpenCase> openAfter(String number, int limit) {
        return mapper.openAfter(number, limit);
    }

    /** Those of the numbers that belong to open cases. */
    public Set<String> openAmong(Collection<String> numbers) {
        return numbers.isEmpty() ? Set.of() : new HashSet<>(mapper.openAmong(numbers));
    }

    /** Those of the numbers that belong to cases, open or ended. */
    public Set<String> knownAmong(Collection<String> numbers) {
        return numbers.isEmpty() ? Set.of() : new HashSet<>(mapper.knownAmong(numbers));
    }

    /** Numbers of all cases in their order, those after {@code number}. */
    public List<String> numbersAfter(String number, int limit) {
        return mapper.numbersAfter(number, limit);
    }
}
