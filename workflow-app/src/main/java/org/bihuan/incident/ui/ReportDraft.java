package org.bihuan.incident.ui;

import java.util.Optional;
import org.bihuan.map.Point;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the browser keeps of an unfinished report: no phone, no photos. */
record ReportDraft(
        @Nullable Long category,
        @Nullable String description,
        @Nullable Double longitude,
        @Nullable Double latitude,
        @Nullable Long community,
        @Nullable String address) {

    ReportDraft {
        if (longitude != null && latitude != null) {
            new Point(longitude, latitude);
        }
    }

    /** As the browser gave it back; empty when it is none. */
    static Optional<ReportDraft> of(JsonNode kept) {
        if (!kept.isObject()) {
            return Optional.empty();
        }
        try {
            return Optional.of(JsonMapper.shared().treeToValue(kept, ReportDraft.class));
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
