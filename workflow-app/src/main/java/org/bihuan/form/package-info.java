/** Turns Camunda form schemas into fields on the screen and into validation on the server. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.bihuan.form;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
