package org.bihuan.task;

import org.bihuan.org.Post;
import org.bihuan.org.Staff;

/**
 * Somebody to whom a task may be given.
 *
 * @param post through which; one of the task's own unless the family allows somebody else
 */
public record Receiver(Staff person, Post post) {}
