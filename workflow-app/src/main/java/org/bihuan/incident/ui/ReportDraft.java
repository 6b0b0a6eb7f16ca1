package org.bihuan.incident.ui;

import org.bihuan.map.Point;
import org.jspecify.annotations.Nullable;

/** What the browser keeps of an unfinished report: no phone, no photos. */
record ReportDraft(
        @Nullable Long category,
        @Nullable String description,
        @Nullable Point point,
        @Nullable Long community,
        @Nullable String address) {}
