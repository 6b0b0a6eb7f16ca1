/** Drafts of process models: uploaded by one administrator, checked by rules, approved by another, then deployed. */
@ApplicationModule(allowedDependencies = {"calendar", "engine", "form", "org", "rights", "task", "trace"})
@NullMarked
package org.bihuan.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
