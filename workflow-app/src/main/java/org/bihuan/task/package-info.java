/** What may be done with open tasks besides taking and doing them: hand on, go back, sign together, rest, hurry. */
@ApplicationModule(
        allowedDependencies = {
            "inbox",
            "engine",
            "org",
            "rights",
            "calendar",
            "audit",
            "form",
            "idempotency",
            "transaction",
            "operation",
            "trace"
        })
@NullMarked
package org.bihuan.task;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
