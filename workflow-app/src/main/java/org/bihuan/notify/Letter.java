package org.bihuan.notify;

/**
 * What leaves the program.
 *
 * @param id the same at every attempt: receivers drop one that they have had
 * @param subject one line
 * @param text lines of plain text, with the link
 * @param url of the page that says more
 */
public record Letter(String id, String subject, String text, String url) {

    public Letter {
        subject = subject.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
