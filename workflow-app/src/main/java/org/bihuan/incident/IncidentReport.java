package org.bihuan.incident;

import java.util.List;
import org.bihuan.attachment.PreparedPhoto;
import org.jspecify.annotations.Nullable;

/**
 * What the reporter sends.
 *
 * @param submissionKey random, made when the form was opened: the same key sent again gives the first answer
 * @param categoryId empty when the reporter found none that fits; the dispatcher then chooses
 * @param longitude WGS84 degrees, together with latitude; empty when the place was chosen by name
 * @param communityId the community chosen by name; empty when the place was pointed out on the map
 */
public record IncidentReport(
        String submissionKey,
        @Nullable Long categoryId,
        String description,
        @Nullable Double longitude,
        @Nullable Double latitude,
        @Nullable Long communityId,
        String address,
        @Nullable String phone,
        List<PreparedPhoto> photos) {}
