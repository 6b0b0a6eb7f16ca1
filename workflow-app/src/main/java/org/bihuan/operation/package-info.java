/** For those who keep it running: health, figures, failed jobs and their repair, errors by number, a log without names. */
@ApplicationModule(allowedDependencies = {"org", "rights", "engine", "inbox", "attachment", "calendar", "transaction"})
@NullMarked
package org.bihuan.operation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
