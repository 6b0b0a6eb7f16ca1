/** One transaction, one effect: lost races are tried again, and each kind of work has connections of its own. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.bihuan.transaction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
