package org.bihuan.org;

/** Somebody who works on cases, with a post held today, so that people of one name are told apart. */
public record Colleague(long staffId, String name, long postId, Role role, String unitName) {}
