/** Append-only record of everything that happened to a case, written in the transaction of the deed. */
@ApplicationModule(allowedDependencies = {"org", "rights"})
@NullMarked
package org.bihuan.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
