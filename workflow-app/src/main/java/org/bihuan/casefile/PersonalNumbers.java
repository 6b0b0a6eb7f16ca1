package org.bihuan.casefile;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds identity numbers and mobile numbers where they must not stand in plain text. */
public final class PersonalNumbers {

    private static final Pattern IDENTITY = Pattern.compile(
            "(?<![0-9A-Za-z])[1-9]\\d{5}(?:18|19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}[0-9Xx](?![0-9A-Za-z])");

    private static final Pattern MOBILE = Pattern.compile("(?<![0-9A-Za-z.])1[3-9]\\d{9}(?![0-9A-Za-z])");

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private static final String CHECK = "10X98765432";

    private PersonalNumbers() {}

    /** Whether the text holds an identity number of 18 characters with the right check digit, or a mobile number. */
    public static boolean in(String text) {
        Matcher identity = IDENTITY.matcher(text);
        while (identity.find()) {
            if (hasRightCheckDigit(identity.group())) {
                return true;
            }
        }
        return MOBILE.matcher(text).find();
    }

    private static boolean hasRightCheckDigit(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (number.charAt(i) - '0');
        }
        return CHECK.charAt(sum % CHECK.length()) == Character.toUpperCase(number.charAt(WEIGHTS.length));
    }
}
