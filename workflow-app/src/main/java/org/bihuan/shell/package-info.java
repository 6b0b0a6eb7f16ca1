/** The frame around every page: navigation, language, error pages. */
@ApplicationModule(
        allowedDependencies = {
            "org",
            "rights",
            "inbox",
            "incident",
            "security",
            "calendar",
            "transaction",
            "operation",
            "notify"
        })
@NullMarked
package org.bihuan.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
