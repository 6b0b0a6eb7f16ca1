package org.bihuan.idempotency;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Names one sending: made when a form opens, or by a program before it calls. What is sent again under the same key
 * gets the first answer.
 *
 * @param value 1 to 64 visible ASCII characters
 * @throws IllegalArgumentException when the value is anything else
 */
public record SendKey(String value) {

    /** Name of the header in which programs send it. */
    public static final String HEADER = "Idempotency-Key";

    private static final Pattern SHAPE = Pattern.compile("[\\x21-\\x7E]{1,64}");

    public SendKey {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("A key has 1 to 64 visible ASCII characters");
        }
    }

    /** A new one that nobody can guess. */
    public static SendKey random() {
        return new SendKey(UUID.randomUUID().toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
