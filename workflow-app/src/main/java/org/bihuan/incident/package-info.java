/** Residents report problems; grid workers handle them, communities verify, residents rate. */
@ApplicationModule(
        allowedDependencies = {
            "org",
            "rights",
            "engine",
            "calendar",
            "form",
            "attachment",
            "inbox",
            "audit",
            "trace",
            "map",
            "idempotency",
            "api",
            "task",
            "task::ui"
        })
@NullMarked
package org.bihuan.incident;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
