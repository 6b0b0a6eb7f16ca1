/** The administrator's page of the calendar. */
@NullMarked
package org.bihuan.calendar.ui;

import org.jspecify.annotations.NullMarked;
