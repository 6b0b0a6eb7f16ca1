/** Working days and working hours with holidays and exchanged days, and the deadlines reckoned from them. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.bihuan.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
