package org.bihuan.operation;

import java.util.Locale;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds what a person read out on the phone, on whichever node it happened. */
@Service
@PreAuthorize("@rights.may('operation.look')")
public class ErrorLookup {

    private final ErrorMapper mapper;

    ErrorLookup(ErrorMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * The error with this number, of the last 30 days.
     *
     * @param spoken as somebody typed it while listening: small letters, blanks and a missing hyphen do not matter, the
     *     letter O is taken for a nought
     */
    @Transactional(readOnly = true)
    public Optional<ErrorRecord> find(String spoken) {
        String plain = spoken.toUpperCase(Locale.ROOT).replace('O', '0').replaceAll("[^0-9A-F]", "");
        return plain.length() == 8
                ? Optional.ofNullable(mapper.find(plain.substring(0, 4) + "-" + plain.substring(4)))
                : Optional.empty();
    }
}
