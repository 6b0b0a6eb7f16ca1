package org.bihuan.inbox.ui;

import java.util.Locale;
import java.util.Map;
import org.bihuan.org.Post;

/**
 * What a page of rows needs beside the items, read once for all of them.
 *
 * @param posts of the reader, by their ids
 * @param people names of those who have to do with the items, by their ids
 * @param units names of units, by their ids; empty where the column is not wanted
 */
record RowContext(
        Locale locale, long reader, Map<Long, Post> posts, Map<Long, String> people, Map<Long, String> units) {}
