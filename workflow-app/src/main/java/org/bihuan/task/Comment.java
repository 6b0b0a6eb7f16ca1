package org.bihuan.task;

import java.time.Instant;
import java.util.List;

/**
 * What a member of staff said about a case, for colleagues and for whoever handles it later.
 *
 * @param name of the writer as it was then
 * @param mentioned names of those who were told to look, as they were then
 */
public record Comment(long id, long staffId, String name, String words, Instant writtenAt, List<String> mentioned) {

    public Comment {
        mentioned = List.copyOf(mentioned);
    }
}
