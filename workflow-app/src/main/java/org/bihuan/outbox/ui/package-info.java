@NullMarked
package org.bihuan.outbox.ui;

import org.jspecify.annotations.NullMarked;
