/** The administrator's page of process models. */
@NullMarked
package org.bihuan.model.ui;

import org.jspecify.annotations.NullMarked;
