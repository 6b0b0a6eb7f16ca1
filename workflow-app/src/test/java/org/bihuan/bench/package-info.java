/**
 * Measures the product against the bare engine, another engine and plain JDBC, always as a ratio: {@code ./mvnw -Pbench
 * verify}. Not part of the ordinary tests.
 */
@NullMarked
package org.bihuan.bench;

import org.jspecify.annotations.NullMarked;
