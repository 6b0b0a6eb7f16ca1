package org.bihuan.map;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.bihuan.map.Maps.Ground;
import org.bihuan.org.OrgUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * One place, the grid round it, and links that open the way there in the phone's navigation program. Made by
 * {@link Maps#view(Point, String)}.
 */
public final class MapView extends Composite<Div> {

    private static final String AMAP =
            "https://uri.amap.com/navigation?to=%s,%s,%s&mode=walk&coordinate=wgs84&callnative=1";

    MapView(Ground ground, Point place, String name, @Nullable OrgUnit grid) {
        var surface = new MapSurface(ground, false);
        surface.getElement().setAttribute("aria-label", getTranslation("map.shown", name));
        surface.show(place, grid == null ? null : grid.code());
        String longitude = degrees(place.longitude());
        String latitude = degrees(place.latitude());
        String encoded = UriUtils.encode(name, StandardCharsets.UTF_8);
        Anchor amap = link(AMAP.formatted(longitude, latitude, encoded), "map.navigate");
        amap.setTarget(AnchorTarget.BLANK);
        Anchor phone = link("geo:%1$s,%2$s?q=%1$s,%2$s(%3$s)".formatted(latitude, longitude, encoded), "map.open");
        phone.addClassName("bihuan-map-phone");
        var links = new Div(amap, phone);
        links.addClassName("bihuan-map-buttons");
        getContent().addClassName("bihuan-map-view");
        getContent().add(surface, links);
    }

    private Anchor link(String href, String key) {
        var link = new Anchor();
        link.getElement().setAttribute("href", href);
        link.getElement().setAttribute("rel", "noopener noreferrer");
        link.add(VaadinIcon.LOCATION_ARROW.create(), new Span(getTranslation(key)));
        link.addClassName("bihuan-map-link");
        return link;
    }

    private static String degrees(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }
}
