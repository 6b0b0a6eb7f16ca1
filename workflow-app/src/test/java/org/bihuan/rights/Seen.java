package org.bihuan.rights;

/** What somebody found behind a door. */
enum Seen {
    ALLOWED("allowed"),
    MASKED("masked"),
    NOTHING("not found");

    private final String words;

    Seen(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
