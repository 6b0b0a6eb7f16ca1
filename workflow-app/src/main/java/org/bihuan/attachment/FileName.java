package org.bihuan.attachment;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Cleans the name that a browser sent. It is shown and offered for saving, but never used as a path. */
final class FileName {

    private static final int LONGEST = 80;

    private static final Pattern RESERVED =
            Pattern.compile("(?i)(con|prn|aux|nul|conin\\$|conout\\$|com[0-9¹²³]|lpt[0-9¹²³])(\\..*)?");

    private FileName() {}

    /** The last part of the name, without anything invisible or reserved, ending in .jpg. */
    static String clean(String raw) {
        String last = raw.substring(Math.max(raw.lastIndexOf('/'), raw.lastIndexOf('\\')) + 1);
        int dot = last.lastIndexOf('.');
        String stem = dot > 0 && last.length() - dot <= 6 ? last.substring(0, dot) : last;
        var kept = new StringBuilder();
        Normalizer.normalize(stem, Normalizer.Form.NFC)
                .codePoints()
                .filter(FileName::visible)
                .map(c -> "<>:\"|?*'`&%".indexOf(c) >= 0 ? '_' : c)
                .limit(LONGEST)
                .forEach(kept::appendCodePoint);
        String name = kept.toString().replaceAll("\\p{Zs}+", " ").replaceAll("^[. ]+|[. ]+$", "");
        if (name.isEmpty()) {
            name = "photo";
        }
        return (RESERVED.matcher(name).matches() ? "_" + name : name) + ".jpg";
    }

    /** The name as it may stand in a sentence to the person who chose the file. */
    static String shown(String raw) {
        String name = clean(raw);
        int dot = raw.lastIndexOf('.');
        String ending = dot < 0 ? "" : raw.substring(dot);
        return name.substring(0, name.length() - 4) + (ending.matches("\\.[A-Za-z0-9]{1,5}") ? ending : "");
    }

    private static boolean visible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
