/** Shows where a case stands: its timeline in plain words and the way taken through the process model. */
@ApplicationModule(allowedDependencies = {"audit", "engine", "org", "rights", "calendar"})
@NullMarked
package org.bihuan.trace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
