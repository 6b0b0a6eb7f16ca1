package org.bihuan.org;

/** Somebody who works on cases, with one of the posts held today, so that people of one name are told apart. */
public record Colleague(long staffId, String name, Role role, String unitName) {}
