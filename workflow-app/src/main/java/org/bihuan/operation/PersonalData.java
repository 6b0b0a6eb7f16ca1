package org.bihuan.operation;

import java.util.regex.Pattern;

/**
 * Takes out of technical text what may be about a person. The program's own messages are English and name no one, so
 * Chinese characters in an exception or a line of the log are data that slipped in; so are long numbers and what a
 * database server quotes.
 */
final class PersonalData {

    private static final String GONE = "***";

    /** Values as servers, parsers and validators quote them. */
    private static final Pattern QUOTED = Pattern.compile(
            "(?s)(?i)(?<=duplicate entry )'.*?'(?= for key)|(?<=\\bvalue: )'.*?'(?= for )|(?<=\\bnear )'.*?'(?= at line)"
                    + "|(?<=for input string: )\"[^\"]*\"|(?<=rejected value )\\[.*?\\](?=;|,|\\]|$)"
                    + "|(?<=could not be parsed at index )\\d+|(?<=^text |\\stext )'.*?'(?= could not be parsed)");

    /** Random ids and case numbers hold long numbers and tell nothing about anyone. */
    private static final Pattern NUMBER =
            Pattern.compile("(?<kept>[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}"
                    + "|\\b[A-Z][A-Z0-9]{0,11}-\\d{4}-\\d{6,9}\\b)"
                    + "|1[3-9]\\d[ -]\\d{4}[ -]\\d{4}"
                    + "|\\d{6}[ -]\\d{8}[ -]\\d{3}[0-9Xx]"
                    + "|\\d{7,}[Xx]?");

    private static final Pattern HAN =
            Pattern.compile("[\\p{IsHan}\\uE000-\\uF8FF]+(?:[·・•][\\p{IsHan}\\uE000-\\uF8FF]+)*");

    private PersonalData() {}

    /** The text with {@code ***} in place of quoted values, numbers of seven digits and more, and Chinese words. */
    static String mask(String text) {
        return HAN.matcher(maskQuotedAndNumbers(text)).replaceAll(GONE);
    }

    /** The same, but leaves Chinese words: for what the program itself says in Chinese. */
    static String maskQuotedAndNumbers(String text) {
        String unquoted = QUOTED.matcher(text).replaceAll(GONE);
        return NUMBER.matcher(unquoted).replaceAll(match -> match.group("kept") == null ? "***" : "$0");
    }

    /** Masked and not longer than this many characters. */
    static String mask(String text, int longest) {
        return cut(mask(text), longest);
    }

    static String cut(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "…";
    }
}
