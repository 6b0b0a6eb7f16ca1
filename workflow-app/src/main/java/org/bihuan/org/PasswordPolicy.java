package org.bihuan.org;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bihuan.org.RejectedPasswordException.Reason;

/** Which passwords may be taken. Length counts, not a mixture of signs; nothing has to be changed by the calendar. */
final class PasswordPolicy {

    /** Bcrypt reads no more bytes than this. */
    private static final int MOST_BYTES = 72;

    /** Of at least ten characters, because shorter ones are refused anyway. */
    private static final Set<String> COMMON = Set.of("""
        password12 password123 password1234 password12345 passw0rd123 p@ssw0rd123 administrator
        administrator1 adminadmin admin12345 admin123456 admin1234567 qwertyuiop qwerty12345
        qwerty123456 1q2w3e4r5t 1q2w3e4r5t6y q1w2e3r4t5 1qaz2wsx3edc zaq12wsxcde3 qazwsxedcrfv
        asdfghjkl; asdfghjkl123 zxcvbnm123 abc1234567 abcd123456 abcd1234567 abc123456789
        a123456789 a1234567890 aa123456789 qq123456789 wang123456 zhang123456 li123456789
        123456789a 1234567890a 123456789q 123123123123 1231231231 1122334455 1111122222
        5201314520 5845201314 1314520520 woaini1314 woaini1314520 woaini123456 iloveyou123
        iloveyou1314 1472583690 7894561230 9876543210 welcome123 welcome1234 changeme123
        letmein1234 bihuan1234 bihuan12345 bihuan123456 shequ123456 qingdao123 qingdao1234
        wangge123456 jiedao123456\
        """.split("\\s+"));

    private PasswordPolicy() {}

    /** Empty if the password may be taken. */
    static Optional<Reason> objection(String password, String username) {
        String plain = password.toLowerCase(Locale.ROOT);
        if (password.codePointCount(0, password.length()) < OwnPassword.SHORTEST) {
            return Optional.of(Reason.TOO_SHORT);
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            return Optional.of(Reason.TOO_LONG);
        }
        if (plain.contains(username.toLowerCase(Locale.ROOT))) {
            return Optional.of(Reason.CONTAINS_USERNAME);
        }
        return COMMON.contains(plain) || monotonous(plain) ? Optional.of(Reason.TOO_COMMON) : Optional.empty();
    }

    /** One step from each character to the next all along: 1111111111, 1234567890, zyxwvutsrq. */
    private static boolean monotonous(String password) {
        int step = step(password, 1);
        for (int i = 2; i < password.length(); i++) {
            if (step(password, i) != step) {
                return false;
            }
        }
        return Math.abs(step) <= 1;
    }

    private static int step(String password, int i) {
        int step = password.charAt(i) - password.charAt(i - 1);
        boolean round = Character.isDigit(password.charAt(i)) && Math.abs(step) == 9;
        return round ? -Integer.signum(step) : step;
    }
}
