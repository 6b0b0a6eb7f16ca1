package org.bihuan.map;

import java.util.Locale;
import java.util.stream.Stream;

/** Why the device did not tell where it is. */
enum LocationFailure {
    /** The person or the browser's settings said no. */
    REFUSED,
    /** The device does not know. */
    UNAVAILABLE,
    /** It took too long. */
    TIMEOUT,
    /** Browsers tell the place to pages served by https only. */
    INSECURE;

    static LocationFailure of(String reason) {
        return Stream.of(values())
                .filter(failure -> failure.name().equals(reason))
                .findFirst()
                .orElse(UNAVAILABLE);
    }

    /** Key of the sentence that says what to do instead. */
    String key() {
        return "map.location." + name().toLowerCase(Locale.ROOT);
    }
}
