package org.bihuan.org;

import java.util.regex.Pattern;

/** What mail can be sent to. */
final class EmailAddress {

    /** Whether it exists, only its server knows. */
    private static final Pattern SHAPE =
            Pattern.compile("[^\\s@<>,;:\"()\\[\\]\\p{Cntrl}]+@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+");

    private static final int LONGEST = 100;

    private EmailAddress() {}

    /**
     * The address without blanks around it; empty for none.
     *
     * @throws RefusedException when it is not the shape of one
     */
    static String require(String entered) {
        String address = entered.strip();
        if (!address.isEmpty()
                && (address.length() > LONGEST || !SHAPE.matcher(address).matches())) {
            throw new RefusedException(RefusedException.Reason.BAD_EMAIL, "");
        }
        return address;
    }
}
