/** Loads the demonstration district through the same services that a real district uses; profile demo only. */
@ApplicationModule(
        allowedDependencies = {"org", "calendar", "incident", "attachment", "inbox", "map", "security", "startup"})
@NullMarked
package org.bihuan.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
