/** What is told outside: written in the transaction of the deed, delivered at least once after it. */
@ApplicationModule(allowedDependencies = {"org", "rights", "calendar", "transaction", "operation"})
@NullMarked
package org.bihuan.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
