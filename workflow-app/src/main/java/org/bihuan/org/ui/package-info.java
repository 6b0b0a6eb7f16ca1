/** The administrator's pages of units and staff. */
@NullMarked
package org.bihuan.org.ui;

import org.jspecify.annotations.NullMarked;
