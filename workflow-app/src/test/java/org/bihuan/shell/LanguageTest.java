package org.bihuan.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @Nested
    class Choose {

        @ParameterizedTest
        @CsvSource(
                nullValues = "-",
                value = {
                    "zh, en-US, zh",
                    "en, zh-CN, en",
                    "-,  zh-CN, zh",
                    "-,  zh-TW, zh",
                    "-,  de-DE, en",
                    "-,  -,     zh",
                    "<script>, en-US, en"
                })
        void takesTheCookieThenTheBrowserThenChinese(String cookie, String browser, String language) {
            List<Locale> asked = browser == null ? List.of() : List.of(Locale.forLanguageTag(browser));

            assertThat(Language.choose(cookie, asked).getLanguage()).isEqualTo(language);
        }
    }

    @Nested
    class Back {

        @ParameterizedTest
        @CsvSource(
                nullValues = "-",
                value = {
                    "http://localhost:8080/incidents?status=OPEN#top, /incidents?status=OPEN",
                    "http://localhost:8080/, /",
                    "http://elsewhere.example/t/abc, /t/abc",
                    "http://elsewhere.example//evil.example/, /",
                    "javascript:alert(1), /",
                    "not a uri, /",
                    "-, /"
                })
        void leadsToAPathOfThisServerOnly(String referrer, String expected) {
            assertThat(LanguageController.back(referrer, "")).isEqualTo(expected);
        }

        @Test
        void staysBelowTheContextPath() {
            assertThat(LanguageController.back("http://localhost/other/page", "/bihuan"))
                    .isEqualTo("/bihuan/");
        }
    }
}
