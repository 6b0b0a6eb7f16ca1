package org.bihuan.org;

/** Somebody who may be given work, with the post through which a list names him. */
public record Colleague(long staffId, String name, long postId, Role role, String unitName) {}
