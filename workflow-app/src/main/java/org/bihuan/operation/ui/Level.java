package org.bihuan.operation.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Locale;

/** How good it is; shown by colour, icon and word together. */
enum Level {
    GOOD(VaadinIcon.CHECK_CIRCLE),
    WARNING(VaadinIcon.WARNING),
    BAD(VaadinIcon.CLOSE_CIRCLE);

    private final VaadinIcon icon;

    Level(VaadinIcon icon) {
        this.icon = icon;
    }

    VaadinIcon icon() {
        return icon;
    }

    Level orWorse(Level other) {
        return compareTo(other) >= 0 ? this : other;
    }

    String translationKey() {
        return "operation.level." + name();
    }

    String className() {
        return "operation-" + name().toLowerCase(Locale.ROOT);
    }
}
