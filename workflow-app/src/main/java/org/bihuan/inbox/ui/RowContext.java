package org.bihuan.inbox.ui;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bihuan.inbox.ItemNames;
import org.bihuan.org.Post;
import org.bihuan.org.StandIn;

/**
 * What a page of rows needs beside the items, read once for all of them.
 *
 * @param posts of the reader, by their ids
 * @param absent those for whom the reader stands in
 */
record RowContext(Locale locale, long reader, Map<Long, Post> posts, List<StandIn> absent, ItemNames names) {}
