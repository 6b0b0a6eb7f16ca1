package org.bihuan.attachment;

import java.util.Arrays;
import java.util.Optional;

/** The two sizes in which each photo is kept. */
enum PhotoSize {
    THUMB("thumb", 320),
    FULL("full", 2560);

    private final String word;

    private final int longEdge;

    PhotoSize(String word, int longEdge) {
        this.word = word;
        this.longEdge = longEdge;
    }

    static Optional<PhotoSize> of(String word) {
        return Arrays.stream(values()).filter(size -> size.word.equals(word)).findFirst();
    }

    String word() {
        return word;
    }

    /** Longest edge in pixels. */
    int longEdge() {
        return longEdge;
    }
}
