/** Shows places on a map and lets people choose them; works without tiles, from the borders of the units. */
@ApplicationModule(allowedDependencies = {"org"})
@NullMarked
package org.bihuan.map;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
