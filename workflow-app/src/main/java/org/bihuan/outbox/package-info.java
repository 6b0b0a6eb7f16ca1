/** What is told outside: written in the transaction of the deed, delivered at least once after it. */
@ApplicationModule(allowedDependencies = {"transaction", "operation"})
@NullMarked
package org.bihuan.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
