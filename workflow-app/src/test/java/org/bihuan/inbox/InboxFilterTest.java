package org.bihuan.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InboxFilterTest {

    @ParameterizedTest
    @CsvSource({"井盖, %井盖%", "100%, %100!%%", "a_b, %a!_b%", "wow!, %wow!!%", "' x ', %x%"})
    void searchesForWhatWasTyped(String text, String pattern) {
        assertThat(InboxFilter.ALL.withText(text).patterns()).containsExactly(pattern);
    }

    @Test
    void searchesForEachWord() {
        assertThat(InboxFilter.ALL.withText("井盖  科技街\u3000x").patterns()).containsExactly("%井盖%", "%科技街%", "%x%");
    }

    @Test
    void blankTextNarrowsNothing() {
        assertThat(InboxFilter.ALL.withText("  ").patterns()).isEmpty();
        assertThat(InboxFilter.ALL.withText("  ").marks()).isNull();
        assertThat(InboxFilter.ALL.withText("  ").narrows()).isFalse();
    }
}
