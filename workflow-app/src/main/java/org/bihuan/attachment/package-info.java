/** Photos of a case: checked, stripped of metadata, stored, served. */
@ApplicationModule(allowedDependencies = {"org", "rights"})
@NullMarked
package org.bihuan.attachment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
