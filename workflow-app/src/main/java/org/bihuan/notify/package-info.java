/** Tells people what concerns them: in the program, by mail, by SMS and messengers, each as they want it. */
@ApplicationModule(allowedDependencies = {"org", "rights", "inbox", "calendar", "outbox", "transaction"})
@NullMarked
package org.bihuan.notify;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
