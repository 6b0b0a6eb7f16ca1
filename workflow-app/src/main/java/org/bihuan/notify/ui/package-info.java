@NullMarked
package org.bihuan.notify.ui;

import org.jspecify.annotations.NullMarked;
