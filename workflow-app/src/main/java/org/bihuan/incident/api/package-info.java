/** Reports and their state for programs. */
@NullMarked
package org.bihuan.incident.api;

import org.jspecify.annotations.NullMarked;
