/** Who may do what: one policy file, asked by services before a deed and by pages for what to show. */
@ApplicationModule(allowedDependencies = {"org"})
@NullMarked
package org.bihuan.rights;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
