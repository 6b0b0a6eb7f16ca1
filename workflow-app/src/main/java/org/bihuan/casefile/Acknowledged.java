package org.bihuan.casefile;

import java.util.Locale;

/**
 * An act that the program answered with success, so that nothing may make it undone. As a line of a file:
 * {@code case SBQ-2026-000001}, {@code deed SBQ-2026-000001 incident.handled} or {@code photo SBQ-2026-000001}; the same
 * line twice stands for two acts.
 *
 * @param what type of the event for a deed, else empty
 */
public record Acknowledged(Kind kind, String caseNumber, String what) {

    /** What was acknowledged. */
    public enum Kind {
        CASE,
        DEED,
        PHOTO
    }

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException when it has none of the three shapes
     */
    public static Acknowledged parse(String line) {
        String[] words = line.strip().split("\\s+");
        boolean deed = words.length == 3 && words[0].equals("deed");
        if (deed) {
            return new Acknowledged(Kind.DEED, words[1], words[2]);
        }
        if (words.length == 2 && words[0].equals("case")) {
            return new Acknowledged(Kind.CASE, words[1], "");
        }
        if (words.length == 2 && words[0].equals("photo")) {
            return new Acknowledged(Kind.PHOTO, words[1], "");
        }
        throw new IllegalArgumentException(
                "Neither \"case NUMBER\", \"deed NUMBER TYPE\" nor \"photo NUMBER\": " + line);
    }

    @Override
    public String toString() {
        return (kind.name().toLowerCase(Locale.ROOT) + " " + caseNumber + " " + what).strip();
    }
}
