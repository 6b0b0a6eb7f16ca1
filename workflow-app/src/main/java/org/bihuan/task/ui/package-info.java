/** Buttons and dialogs of the operations, for the pages of all families. */
@NamedInterface("ui")
@NullMarked
package org.bihuan.task.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
