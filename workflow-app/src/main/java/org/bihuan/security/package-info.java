/** Signs people in and decides which doors are open to whom. */
@ApplicationModule(allowedDependencies = {"org", "rights", "transaction"})
@NullMarked
package org.bihuan.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
