/** The pages of signing in and of the own password. */
@NullMarked
package org.bihuan.security.ui;

import org.jspecify.annotations.NullMarked;
