package org.bihuan.org;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"wang@example.cn", " wang.fang+gov@mail.shibei.example.cn ", "王芳@例子.中国", ""})
    void takesAddressesAndNothing(String entered) {
        assertThat(EmailAddress.require(entered)).isEqualTo(entered.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wang",
                "wang@example",
                "wang@@example.cn",
                "wang fang@example.cn",
                "wang@example.cn,li@example.cn",
                "wang@example.cn\r\nBcc: li@example.cn",
                "Wang <wang@example.cn>",
                "a@[10.0.0.1]",
                "0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890@example.cn"
            })
    void refusesWhatIsNoneWithoutRepeatingIt(String entered) {
        assertThatThrownBy(() -> EmailAddress.require(entered))
                .isInstanceOf(RefusedException.class)
                .hasMessage("BAD_EMAIL");
    }
}
