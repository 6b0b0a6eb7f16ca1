package org.bihuan.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.bihuan.form.FieldError.Fault;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FormValidationTest {

    static final FormSchema SCHEMA = FormFixtures.EVERYTHING;

    static final Map<String, Object> VALID = Map.of("name", "青岛", "agreed", true);

    final FormValidation validation = new FormValidation();

    @Nested
    class Check {

        static Stream<Arguments> refused() {
            return Stream.of(
                    arguments("name", "  \n ", Fault.REQUIRED),
                    arguments("name", "青", Fault.TOO_SHORT),
                    arguments("name", "𠮷", Fault.TOO_SHORT),
                    arguments("name", "  青  ", Fault.TOO_SHORT),
                    arguments("name", "青岛市市北", Fault.TOO_LONG),
                    arguments("name", "𠮷𠮷𠮷𠮷㐂", Fault.TOO_LONG),
                    arguments("name", "a\u0000b", Fault.CONTROL_CHARACTERS),
                    arguments("name", "a\u0007b", Fault.CONTROL_CHARACTERS),
                    arguments("name", "a\u0085b", Fault.CONTROL_CHARACTERS),
                    arguments("name", "a\nb", Fault.CONTROL_CHARACTERS),
                    arguments("name", "a\ud842", Fault.CONTROL_CHARACTERS),
                    arguments("name", 12, Fault.UNREADABLE),
                    arguments("story", "x\u0000", Fault.CONTROL_CHARACTERS),
                    arguments("story", "字".repeat(10_000), Fault.TOO_LONG),
                    arguments("code", "12345", Fault.WRONG_PATTERN),
                    arguments("amount", new BigDecimal("0.99"), Fault.TOO_SMALL),
                    arguments("amount", new BigDecimal("100.5"), Fault.TOO_LARGE),
                    arguments("amount", new BigDecimal("1.25"), Fault.WRONG_STEP),
                    arguments("amount", new BigDecimal("1.001"), Fault.TOO_MANY_DECIMALS),
                    arguments("amount", new BigDecimal("1E+999999999"), Fault.UNREADABLE),
                    arguments("amount", "1", Fault.UNREADABLE),
                    arguments("kind", "c", Fault.NOT_AN_OPTION),
                    arguments("kind", List.of("a"), Fault.NOT_AN_OPTION),
                    arguments("agreed", false, Fault.MUST_BE_CHECKED),
                    arguments("tags", List.of("a", "c"), Fault.NOT_AN_OPTION),
                    arguments("tags", "a", Fault.UNREADABLE),
                    arguments("day", "2026-11-22", Fault.UNREADABLE),
                    arguments("day", LocalDateTime.of(2026, 11, 22, 9, 0), Fault.UNREADABLE),
                    arguments("moment", LocalDate.of(2026, 11, 22), Fault.UNREADABLE),
                    arguments("a12", "text", Fault.UNKNOWN_FIELD),
                    arguments("price", "text", Fault.UNKNOWN_FIELD));
        }

        @ParameterizedTest
        @MethodSource
        void refused(String key, Object value, Fault fault) {
            assertThat(validation.check(SCHEMA, with(key, value)))
                    .extracting(FieldError::key, FieldError::fault)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(key, fault));
        }

        static Stream<Arguments> accepted() {
            return Stream.of(
                    arguments("name", "𠮷𠮷"),
                    arguments("name", "𠮷㐂😀𠮷"),
                    arguments("name", "\u3000青岛\u3000"),
                    arguments("story", "第一行\r\n第二行\t完"),
                    arguments("code", "123456"),
                    arguments("amount", new BigDecimal("1.50")),
                    arguments("amount", new BigDecimal("1E+2")),
                    arguments("kind", "a"),
                    arguments("tags", List.of("b", "a")),
                    arguments("tags", List.of()),
                    arguments("day", LocalDate.of(2026, 11, 22)),
                    arguments("moment", LocalDateTime.of(2026, 11, 22, 9, 0)));
        }

        @ParameterizedTest
        @MethodSource
        void accepted(String key, Object value) {
            assertThat(validation.check(SCHEMA, with(key, value))).isEmpty();
        }

        @Test
        void wantsRequiredFieldsOnlyWhenTheyShow() {
            assertThat(validation.check(SCHEMA, with("kind", "a"))).isEmpty();
            assertThat(validation.check(SCHEMA, with("kind", "b")))
                    .extracting(FieldError::key)
                    .containsExactly("why");
        }

        @Test
        void doesNotLookAtHiddenValues() {
            var values = new HashMap<>(with("kind", "a"));
            values.put("why", "far more than ten characters");
            values.put("more", "\u0000");

            assertThat(validation.check(SCHEMA, values)).isEmpty();
        }

        @Test
        void tellsTheFormsOwnWordsInBothLanguages() {
            FieldError error = validation.check(SCHEMA, with("code", "x")).getFirst();

            assertThat(error.message(Locale.CHINA, (key, args) -> key)).isEqualTo("六位数字");
            assertThat(error.message(Locale.ENGLISH, (key, args) -> key)).isEqualTo("Six digits");
        }

        @ParameterizedTest
        @CsvSource({
            "13812345678, true",
            "0532-85012345, true",
            "053285012345, true",
            "010 62345678, true",
            "85012345, true",
            "400-800-1234, true",
            "12345, false",
            "1381234567, false",
            "138123456789, false",
            "<script>, false",
            "+8613812345678, false",
        })
        void knowsPhoneNumbers(String phone, boolean valid) {
            FormSchema schema = FormFixtures.SHIPPED.schema("incident/report-contact");

            assertThat(validation.check(schema, Map.of("phone", phone)).isEmpty())
                    .isEqualTo(valid);
        }
    }

    @Nested
    class Clean {

        @Test
        void stripsTextsAndDropsWhatIsEmptyHiddenOrUnknown() {
            Map<String, Object> clean = validation.clean(
                    SCHEMA,
                    Map.of(
                            "name",
                            " 青岛\u3000",
                            "story",
                            "一\r\n二\r三 ",
                            "code",
                            "  ",
                            "kind",
                            "a",
                            "why",
                            "hidden",
                            "more",
                            "hidden with it",
                            "tags",
                            List.of(),
                            "unknown",
                            "x"));

            assertThat(clean).containsExactlyInAnyOrderEntriesOf(Map.of("name", "青岛", "story", "一\n二\n三", "kind", "a"));
        }

        @Test
        void followsConditionsThroughHiddenFields() {
            assertThat(validation.clean(SCHEMA, Map.of("kind", "b", "why", "因为", "more", "还有")))
                    .containsOnlyKeys("kind", "why", "more");
            assertThat(validation.clean(SCHEMA, Map.of("kind", "a", "why", "因为", "more", "还有")))
                    .containsOnlyKeys("kind");
        }
    }

    @Nested
    class Accept {

        @Test
        void givesCleanedValues() {
            assertThat(validation.accept(SCHEMA, with("name", " 青岛 "))).containsEntry("name", "青岛");
        }

        @Test
        void namesEveryFault() {
            assertThatThrownBy(() -> validation.accept(SCHEMA, Map.of()))
                    .isInstanceOfSatisfying(
                            InvalidFormException.class,
                            e -> assertThat(e.errors())
                                    .extracting(FieldError::key)
                                    .containsExactly("name", "agreed"));
        }
    }

    private static Map<String, Object> with(String key, Object value) {
        var values = new HashMap<>(VALID);
        values.put(key, value);
        return values;
    }
}
