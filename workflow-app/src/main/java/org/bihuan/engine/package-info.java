/** Runs the process models: configuration of the Camunda engine and the few verbs that families need of it. */
@ApplicationModule(allowedDependencies = {"startup", "transaction"})
@NullMarked
package org.bihuan.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
