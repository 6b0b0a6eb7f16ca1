package org.bihuan.inbox;

import java.util.Map;

/**
 * Names that rows of a list need beside their items.
 *
 * @param people those who hold the items, gave them to their holders or are away, by their ids
 * @param units where the items lie, by their ids
 */
public record ItemNames(Map<Long, String> people, Map<Long, String> units) {}
