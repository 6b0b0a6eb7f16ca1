/** Units of any depth, the staff, and the posts (a role at a unit) that staff hold. */
@ApplicationModule(allowedDependencies = {"calendar", "idempotency"})
@NullMarked
package org.bihuan.org;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
