package org.bihuan.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FileNameTest {

    static Stream<Arguments> cleansHostileNames() {
        return Stream.of(
                arguments("IMG_0001.jpg", "IMG_0001.jpg"),
                arguments("IMG_0001.PNG", "IMG_0001.jpg"),
                arguments("路口垃圾 1.jpeg", "路口垃圾 1.jpg"),
                arguments("𠮷㐂😀.jpg", "𠮷㐂😀.jpg"),
                arguments("../../etc/passwd", "passwd.jpg"),
                arguments("..\\..\\windows\\system.ini", "system.jpg"),
                arguments("..", "photo.jpg"),
                arguments("", "photo.jpg"),
                arguments(".htaccess", "htaccess.jpg"),
                arguments("a\u0000.jpg.exe", "a.jpg.jpg"),
                arguments("a\r\nSet-Cookie: x=1.jpg", "aSet-Cookie_ x=1.jpg"),
                arguments("\u202Egpj.exe", "gpj.jpg"),
                arguments("a\u200B\u2066b\uFEFF.jpg", "ab.jpg"),
                arguments("CON", "_CON.jpg"),
                arguments("con.jpg", "_con.jpg"),
                arguments("LPT1.tar.jpg", "_LPT1.tar.jpg"),
                arguments("<img src=x onerror=alert(1)>.jpg", "_img src=x onerror=alert(1)_.jpg"),
                arguments("a\"b'c`d|e?.jpg", "a_b_c_d_e_.jpg"),
                arguments("half \ud842 surrogate.jpg", "half surrogate.jpg"),
                arguments("  spaced   out  .jpg", "spaced out.jpg"));
    }

    @ParameterizedTest
    @MethodSource
    void cleansHostileNames(String raw, String clean) {
        assertThat(FileName.clean(raw)).isEqualTo(clean);
    }

    @Test
    void shortensNamesWithoutCuttingCharactersInHalf() {
        String clean = FileName.clean("𠮷".repeat(300) + ".jpg");

        assertThat(clean).isEqualTo("𠮷".repeat(80) + ".jpg");
    }

    @Test
    void keepsTheEndingWhenItTellsPeopleWhichFileWasRefused() {
        assertThat(FileName.shown("../notes.txt")).isEqualTo("notes.txt");
        assertThat(FileName.shown("notes")).isEqualTo("notes");
    }
}
