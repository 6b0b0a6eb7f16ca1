package org.bihuan.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    phone 13812345678 of the reporter|phone *** of the reporter
                    phone 138 1234 5678|phone ***
                    phone 138-1234-5678|phone ***
                    id 37020319900101123X|id ***
                    id 370203 19900101 123X|id ***
                    person 张三丰 not found|person *** not found
                    person 买买提·艾力|person ***
                    rare 𠮷田 here|rare *** here
                    Duplicate entry 'zhang.san' for key 'username'|Duplicate entry *** for key 'username'
                    Duplicate entry 'O'Brien' for key 'PRIMARY'|Duplicate entry *** for key 'PRIMARY'
                    Incorrect datetime value: 'Li Si' for column `at` at row 1|Incorrect datetime value: *** for column `at` at row 1
                    syntax to use near 'Wang Wu' at line 1|syntax to use near *** at line 1
                    For input string: "Li Si"|For input string: ***
                    Text 'Li Si' could not be parsed at index 0|Text *** could not be parsed at index ***
                    """)
    void areMasked(String text, String masked) {
        assertThat(PersonalData.mask(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Data too long for column 'name' at row 1",
                "Case SBQ-2026-0001234 is gone",
                "Job 12345678-1234-1234-1234-123456789012 failed",
                "at 2026-11-22T13:43:44Z took 1234 ms",
                "Error 1234-5678 at page",
                "port 18101, status 503"
            })
    void whatTellsNothingOfAnyoneStays(String text) {
        assertThat(PersonalData.mask(text)).isEqualTo(text);
    }

    @Test
    void isCutByCharactersNotByHalvesOfThem() {
        assertThat(PersonalData.cut("𠮷𠮷𠮷", 2)).isEqualTo("𠮷…");
        assertThat(PersonalData.cut("abc", 3)).isEqualTo("abc");
    }
}
