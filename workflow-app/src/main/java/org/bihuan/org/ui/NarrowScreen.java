package org.bihuan.org.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.shared.Registration;
import java.util.function.Consumer;

/** Tells a component whether the window is too narrow for all its columns. */
final class NarrowScreen {

    private static final int WIDTH = 900;

    private NarrowScreen() {}

    static void watch(Component component, Consumer<Boolean> listener) {
        component.addAttachListener(attach -> {
            var page = attach.getUI().getPage();
            int now = page.getExtendedClientDetails().getWindowInnerWidth();
            listener.accept(now > 0 && now < WIDTH);
            Registration resize =
                    page.addBrowserWindowResizeListener(event -> listener.accept(event.getWidth() < WIDTH));
            component.addDetachListener(detach -> {
                detach.unregisterListener();
                resize.remove();
            });
        });
    }
}
