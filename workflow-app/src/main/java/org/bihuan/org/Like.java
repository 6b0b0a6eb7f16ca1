package org.bihuan.org;

/** Patterns for {@code like … escape '!'}. */
final class Like {

    private Like() {}

    /** Whatever holds the text, taken literally. */
    static String holds(String text) {
        return "%" + text.strip().replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
