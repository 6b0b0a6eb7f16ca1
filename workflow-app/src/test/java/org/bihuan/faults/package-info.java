/**
 * Kills, cuts and exhausts, and looks whether everything that was acknowledged is still there: {@code ./mvnw -Pfaults
 * verify}. Not part of the normal test round.
 */
@org.jspecify.annotations.NullMarked
package org.bihuan.faults;
