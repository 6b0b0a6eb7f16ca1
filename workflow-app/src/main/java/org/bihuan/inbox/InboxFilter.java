package org.bihuan.inbox;

import java.util.List;
import java.util.regex.Pattern;
import org.bihuan.calendar.DeadlineState;
import org.jspecify.annotations.Nullable;

/**
 * What of a list is wanted and in which order.
 *
 * @param family empty for all
 * @param state empty for all; means nothing for what is done
 * @param text words, each of which is part of the number, the title or the place; blank for all
 */
public record InboxFilter(
        @Nullable String family, @Nullable DeadlineState state, String text, Whose whose, Order order) {

    /** The wide blank of Chinese keyboards as well. */
    private static final Pattern BLANKS = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

    /** Everything, the most urgent first. */
    public static final InboxFilter ALL = new InboxFilter(null, null, "", Whose.ANY, Order.DUE);

    /** Whose tasks are wanted. */
    public enum Whose {
        ANY,
        /** Those that the reader took. */
        MINE,
        /** Those that nobody took yet. */
        UNCLAIMED
    }

    /** Orders of the list. */
    public enum Order {
        /** Most urgent first. */
        DUE,
        /** Newest first. */
        NEWEST
    }

    /** Whether anything is left out. */
    public boolean narrows() {
        return family != null || state != null || !text.isBlank() || whose != Whose.ANY;
    }

    public InboxFilter withFamily(@Nullable String wanted) {
        return new InboxFilter(wanted, state, text, whose, order);
    }

    public InboxFilter withState(@Nullable DeadlineState wanted) {
        return new InboxFilter(family, wanted, text, whose, order);
    }

    public InboxFilter withText(String wanted) {
        return new InboxFilter(family, state, wanted, whose, order);
    }

    public InboxFilter withWhose(Whose wanted) {
        return new InboxFilter(family, state, text, wanted, order);
    }

    public InboxFilter withOrder(Order wanted) {
        return new InboxFilter(family, state, text, whose, wanted);
    }

    /** Marks that a row must have to hold all words, or nothing when every row may. */
    @Nullable TextMarks marks() {
        return words().isEmpty() ? null : TextMarks.of(words());
    }

    /** The words as patterns for LIKE with {@code !} as escape; all of them must be found. */
    List<String> patterns() {
        return words().stream()
                .map(word -> "%" + word.replaceAll("[!%_]", "!$0") + "%")
                .toList();
    }

    private List<String> words() {
        return BLANKS.splitAsStream(text).filter(word -> !word.isEmpty()).toList();
    }
}
