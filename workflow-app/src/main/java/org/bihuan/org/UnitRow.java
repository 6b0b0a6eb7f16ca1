package org.bihuan.org;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A row of an import file that is sound in itself; whether its parent exists is not known yet. */
record UnitRow(
        long line,
        String code,
        String name,
        UnitKind kind,
        @Nullable String parentCode) {

    String key() {
        return key(code);
    }

    @Nullable String parentKey() {
        return parentCode == null ? null : key(parentCode);
    }

    /** The database compares codes without regard to case; so do we. */
    static String key(String code) {
        return code.toUpperCase(Locale.ROOT);
    }
}
