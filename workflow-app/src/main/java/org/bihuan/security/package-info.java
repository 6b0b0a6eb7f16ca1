/** Signs people in and decides which doors are open to whom. */
@ApplicationModule(allowedDependencies = {"org", "rights"})
@NullMarked
package org.bihuan.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
