/** The doors for programs, below {@code /api}: limits, strict JSON, keys against double effects, problems in plain words. */
@ApplicationModule(allowedDependencies = {"idempotency"})
@NullMarked
package org.bihuan.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
