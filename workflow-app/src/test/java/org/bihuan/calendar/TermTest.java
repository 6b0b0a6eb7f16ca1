package org.bihuan.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TermTest {

    @ParameterizedTest
    @CsvSource({"5WD, 5, WORKING_DAYS", "4WH, 4, WORKING_HOURS", "P3D, 3, DAYS", "PT2H, 2, HOURS", "P1D, 1, DAYS"})
    void readsAndWritesTheSame(String text, int amount, Term.Unit unit) {
        Term term = Term.parse(text);

        assertThat(term).isEqualTo(new Term(amount, unit));
        assertThat(term).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "5", "WD", "5wd", "5D", "5H", "P5WD", "P3H", "PT2D", "P1DT2H", "-1WD", "0WD", "P0D", "1.5WH",
                "12345WH"
            })
    void refusesWhatIsNoTermInAPlainSentence(String text) {
        assertThatThrownBy(() -> Term.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("\".*\" is no term: .*|A term is .*");
    }
}
