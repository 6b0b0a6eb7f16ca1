/** What is sent twice is done once: keys of sendings, and the first answer to each. */
@ApplicationModule(allowedDependencies = {"transaction"})
@NullMarked
package org.bihuan.idempotency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
