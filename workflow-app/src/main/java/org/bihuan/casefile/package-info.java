/** The kernel: case numbers, the register of all cases, what happened to them and who did it. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.bihuan.casefile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
