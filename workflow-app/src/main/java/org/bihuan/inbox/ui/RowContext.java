package org.bihuan.inbox.ui;

import java.util.Locale;
import java.util.Map;
import org.bihuan.inbox.ItemNames;
import org.bihuan.org.Post;

/**
 * What a page of rows needs beside the items, read once for all of them.
 *
 * @param posts of the reader, by their ids
 */
record RowContext(Locale locale, long reader, Map<Long, Post> posts, ItemNames names) {}
