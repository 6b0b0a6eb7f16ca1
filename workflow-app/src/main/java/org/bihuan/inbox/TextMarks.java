package org.bihuan.inbox;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which characters texts hold, and which pairs of neighbours, hashed to 252 bits. A text that
 * holds a word has all marks of the word; the reverse is likely only, so what was found is compared as well. Rows keep
 * their marks, so the hash stays for ever.
 */
record TextMarks(long first, long second, long third, long fourth) {

    /** The highest bit stays clear: databases disagree about the sign of what {@code &} gives. */
    private static final int BITS_OF_A_WORD = 63;

    private static final int BITS = 4 * BITS_OF_A_WORD;

    private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;

    private static final int BY_ITSELF = -1;

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    /** Marks of what people may look for in a row. */
    static TextMarks of(String caseNumber, CaseSummary summary) {
        String place = summary.place();
        return of(place == null ? List.of(caseNumber, summary.title()) : List.of(caseNumber, summary.title(), place));
    }

    /** All marks of these texts. */
    static TextMarks of(List<String> texts) {
        long[] words = new long[4];
        for (String text : texts) {
            int before = ' ';
            for (int character : plain(text).codePoints().toArray()) {
                if (!Character.isWhitespace(character)) {
                    if (!Character.isWhitespace(before)) {
                        mark(words, before, character);
                    }
                    mark(words, character, BY_ITSELF);
                }
                before = character;
            }
        }
        return new TextMarks(words[0], words[1], words[2], words[3]);
    }

    /** As the collations compare: without case, width and accents. */
    private static String plain(String text) {
        return ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    private static void mark(long[] words, int character, int next) {
        long hash = (((long) character << 21) + next + 1) * GOLDEN;
        int bit = (int) ((hash >>> 32) % BITS);
        words[bit / BITS_OF_A_WORD] |= 1L << bit % BITS_OF_A_WORD;
    }
}
