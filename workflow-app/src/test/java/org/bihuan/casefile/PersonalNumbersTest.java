package org.bihuan.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalNumbersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11010519491231002X",
                "身份证11010519491231002x,已核",
                "phone=13812345678",
                "电话13812345678。",
                "{\"a\":\"19912345678\"}"
            })
    void findsWhatBelongsToAPerson(String text) {
        assertThat(PersonalNumbers.in(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "110105194912310021 has the wrong check digit",
                "2026-11-22T13:42:59.138123456789Z",
                "0f8fad5b-d9cb-469f-a165-13812345678e",
                "0.13812345678",
                "1732278912345 milliseconds",
                "12345678901 begins like no mobile number",
                "SBQ-2026-000123"
            })
    void leavesOtherNumbersAlone(String text) {
        assertThat(PersonalNumbers.in(text)).isFalse();
    }
}
