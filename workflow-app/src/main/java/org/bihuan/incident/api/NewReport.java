package org.bihuan.incident.api;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a program may send to report a problem; anything else is refused.
 *
 * @param category code (text) or id (number) of a category; without one the dispatcher chooses
 */
record NewReport(
        @Nullable JsonNode category,
        @Nullable String description,
        @Nullable Place place,
        @Nullable String phone) {

    /** WGS84 degrees, and the address in words. */
    record Place(
            @Nullable Double longitude,
            @Nullable Double latitude,
            @Nullable String address) {}
}
