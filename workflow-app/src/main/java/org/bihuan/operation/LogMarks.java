package org.bihuan.operation;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.slf4j.MDC;

/** What every line of the log says beside its words: never a name. */
final class LogMarks {

    /** Id of the request, in the answer's header as well. */
    static final String TRACE = "trace";

    /** Id of the member of staff. */
    static final String STAFF = "staff";

    /** Number of the case; the engine uses the same name. */
    static final String CASE = "case";

    /** Number of an error that a person was told. */
    static final String ERROR = "error";

    private static final SecureRandom RANDOM = new SecureRandom();

    private LogMarks() {}

    static String newTrace() {
        byte[] bytes = new byte[8];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    static String get(String mark) {
        String value = MDC.get(mark);
        return value == null ? "" : value;
    }
}
