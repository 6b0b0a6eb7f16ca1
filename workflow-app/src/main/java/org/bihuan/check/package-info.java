/** Checks the invariants of a database, also of one in use: {@code java -jar bihuan.jar check}. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.bihuan.check;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
