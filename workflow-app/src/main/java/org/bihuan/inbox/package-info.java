/** What each person has to do and has done: an own read model kept in the engine's transaction. */
@ApplicationModule(allowedDependencies = {"org", "rights", "engine", "calendar", "audit", "transaction"})
@NullMarked
package org.bihuan.inbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
