package org.bihuan.casefile;

/**
 * Something that must hold in every database at every moment, whatever was killed or cut before. Modules implement it
 * for what they own; {@code java -jar bihuan.jar check} asks all of them inside one read-only transaction, so that
 * everything they read is one picture.
 */
public interface Invariant {

    /** Cases read at a time; memory stays flat whatever the size of the database. */
    int PAGE = 1_000;

    /**
     * What is checked.
     *
     * @param number the number in the list of docs/reliability, 2 for I2
     */
    record Meaning(int number, String chinese, String english) {}

    Meaning meaning();

    /** Adds every violation; names cases or other numbers of ours, never people. */
    void check(CheckScope scope, Findings findings);
}
