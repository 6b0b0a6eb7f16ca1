/** Looks before the program starts whether it can, and otherwise says in one sentence what to change. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.bihuan.startup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
