@NullMarked
package org.bihuan.operation.ui;

import org.jspecify.annotations.NullMarked;
