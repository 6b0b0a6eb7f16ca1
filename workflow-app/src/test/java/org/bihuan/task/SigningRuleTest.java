package org.bihuan.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.bihuan.task.SigningRule.Outcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SigningRuleTest {

    /** Votes: + agrees, - rejects, o abstains, ? has not signed. */
    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource({
        "all, ???, OPEN",
        "all, ++?, OPEN",
        "all, +++, APPROVED",
        "all, ++o, APPROVED",
        "all, -??, OPEN",
        "all, -+?, OPEN",
        "all, -++, REJECTED",
        "all, ooo, REJECTED",
        "all, '', OPEN",
        "'all,veto', -??, REJECTED",
        "'all,veto', +o?, OPEN",
        "'all,veto', +oo, APPROVED",
        "any, ???, OPEN",
        "any, +??, APPROVED",
        "any, -??, REJECTED",
        "any, oo?, OPEN",
        "any, oo+, APPROVED",
        "any, oo-, REJECTED",
        "any, ooo, REJECTED",
        "'any,veto', -??, REJECTED",
        "ratio:60, +????, OPEN",
        "ratio:60, ++???, OPEN",
        "ratio:60, +++??, APPROVED",
        "ratio:60, --???, OPEN",
        "ratio:60, ---??, REJECTED",
        "ratio:60, -oo??, REJECTED",
        "ratio:60, ++-o?, OPEN",
        "ratio:60, ++-o+, APPROVED",
        "ratio:67, ++-, REJECTED",
        "ratio:66, ++-, APPROVED",
        "ratio:1, ooo, REJECTED",
        "ratio:100, ++?, OPEN",
        "ratio:100, ++o, REJECTED",
        "'ratio:60,veto', -????, REJECTED",
        "'ratio:60,veto', +++??, OPEN",
        "'ratio:60,veto', +++oo, APPROVED",
        "sequence, +??, OPEN",
        "sequence, -??, REJECTED",
        "sequence, +-?, REJECTED",
        "sequence, +o+, APPROVED",
        "sequence, ooo, REJECTED",
        "'sequence,veto', +-?, REJECTED"
    })
    void saysWhatIsDecided(String rule, String votes, String outcome) {
        assertThat(decided(rule, votes)).isEqualTo(outcome);
    }

    /** After somebody was removed the same votes may decide at once, and nothing is decided by nobody. */
    @ParameterizedTest(name = "{0}: {1} is {2}, and without one who has not signed {3}")
    @CsvSource({
        "all, ++?, OPEN, APPROVED",
        "all, +-?, OPEN, REJECTED",
        "all, oo?, OPEN, REJECTED",
        "all, ?, OPEN, OPEN",
        "ratio:60, ++-?, OPEN, APPROVED",
        "ratio:60, +-?, OPEN, REJECTED",
        "any, oo?, OPEN, REJECTED",
        "sequence, +??, OPEN, OPEN"
    })
    void decidesAnewAfterARemoval(String rule, String votes, String before, String after) {
        assertThat(decided(rule, votes)).isEqualTo(before);
        assertThat(decided(rule, votes.replaceFirst("\\?", ""))).isEqualTo(after);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ALL",
                "both",
                "ratio",
                "ratio:",
                "ratio:0",
                "ratio:101",
                "ratio:6.5",
                "all,all",
                "veto",
                "all,veto,veto",
                "${signing}"
            })
    void refusesWhatIsNoRule(String words) {
        assertThat(SigningRule.parse(words)).isEmpty();
    }

    @Test
    void readsBlanksAndTheShare() {
        assertThat(SigningRule.parse(" ratio:60 , veto ")).hasValue(new SigningRule(SigningRule.Kind.RATIO, 60, true));
        assertThat(SigningRule.parse("sequence"))
                .hasValueSatisfying(rule -> assertThat(rule.inTurn()).isTrue());
    }

    private static String decided(String rule, String votes) {
        List<@Nullable Vote> all = new ArrayList<>();
        for (char vote : votes.toCharArray()) {
            all.add(
                    switch (vote) {
                        case '+' -> Vote.AGREE;
                        case '-' -> Vote.REJECT;
                        case 'o' -> Vote.ABSTAIN;
                        default -> null;
                    });
        }
        return SigningRule.parse(rule)
                .orElseThrow()
                .outcome(all)
                .map(Outcome::name)
                .orElse("OPEN");
    }
}
