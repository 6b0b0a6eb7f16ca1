package org.bihuan.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextMarksTest {

    private static final int[] LETTERS =
            "井盖路灯破损不亮垃圾科技街社区号AbcXyz0123456789-_%！，é𠮷Ａ１ ".codePoints().toArray();

    /** A search may look at a row too many, never at one too few. */
    @Test
    void aTextHasAllMarksOfEachPartOfIt() {
        var random = new Random(4);
        for (int i = 0; i < 2000; i++) {
            int[] text = random.ints(1 + random.nextInt(30), 0, LETTERS.length)
                    .map(at -> LETTERS[at])
                    .toArray();
            int from = random.nextInt(text.length);
            String all = new String(text, 0, text.length);
            String part = new String(text, from, 1 + random.nextInt(text.length - from));

            assertThat(holds(TextMarks.of(List.of("NR-2026", all)), TextMarks.of(List.of(part.split("\\s+")))))
                    .as("%s in %s", part, all)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"ＡＢ１２, ab12", "Café, cafe", "ABC, abc"})
    void comparesAsTheDatabaseDoes(String written, String typed) {
        assertThat(TextMarks.of(List.of(written))).isEqualTo(TextMarks.of(List.of(typed)));
    }

    @Test
    void mostTextsWithoutAWordLackAMarkOfIt() {
        TextMarks word = TextMarks.of(List.of("井盖"));
        int likely = 0;
        for (int i = 0; i < 1000; i++) {
            var text = TextMarks.of(
                    List.of("SBQ-2026-%06d".formatted(i), "暴露垃圾", "辽宁路街道第" + i % 7 + "社区科技街 " + i % 90 + " 号"));
            likely += holds(text, word) ? 1 : 0;
        }

        assertThat(likely).isLessThan(100);
    }

    /** Rows keep their marks for years: another hash would hide them. */
    @Test
    void theHashIsAsItEverWas() {
        assertThat(TextMarks.of("SBQ-2026-000123", new CaseSummary("井盖破损", "科技街 12 号", null)))
                .isEqualTo(new TextMarks(
                        378601988839448611L, 281480081186820L, 7030963443255476256L, 1152939234231880960L));
    }

    private static boolean holds(TextMarks text, TextMarks word) {
        return holds(text.first(), word.first())
                && holds(text.second(), word.second())
                && holds(text.third(), word.third())
                && holds(text.fourth(), word.fourth());
    }

    private static boolean holds(long text, long word) {
        return (text & word) == word;
    }
}
