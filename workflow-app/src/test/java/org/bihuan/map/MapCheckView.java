package org.bihuan.map;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** Both maps on one page, to be looked at while working on them: {@code /map-check}, only where tests are on the class path. */
@Route(value = "map-check", autoLayout = false)
@AnonymousAllowed
@StyleSheet("context://styles/map.css")
class MapCheckView extends VerticalLayout {

    MapCheckView(Maps maps) {
        MapField field = maps.field();
        field.setWidthFull();
        var value = new Span();
        value.setId("value");
        field.addValueChangeListener(e -> value.setText(String.valueOf(e.getValue())));
        add(field, value);
        MapView view = maps.view(new Point(120.3405, 36.0752), "暴露垃圾 · 科技街");
        add(view);
        setAlignItems(Alignment.STRETCH);
    }
}
