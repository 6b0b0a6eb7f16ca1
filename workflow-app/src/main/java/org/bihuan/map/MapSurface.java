package org.bihuan.map;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.map.Maps.Ground;
import org.jspecify.annotations.Nullable;

/** The map itself: Leaflet in the browser, joined by {@code map/bihuan-map.js}. */
@StyleSheet("context://webjars/leaflet/1.9.4/dist/leaflet.css")
@JavaScript("context://webjars/leaflet/1.9.4/dist/leaflet.js")
@JavaScript("context://map/bihuan-map.js")
final class MapSurface extends Div {

    private final Ground ground;
    private final List<Listener> listeners = new ArrayList<>();
    private @Nullable Point pin;
    private @Nullable String highlighted;
    private boolean editable;

    MapSurface(Ground ground, boolean editable) {
        this.ground = ground;
        this.editable = editable;
        addClassName("bihuan-map");
        getElement().setAttribute("role", "application");
        getElement().setAttribute("tabindex", "0");
    }

    /** What the person did on the map. */
    interface Listener {

        /** A place was chosen; the accuracy in metres is known when the device found the place. */
        void picked(Point place, @Nullable Double accuracy);

        /** The device did not tell where it is. */
        void notFound(LocationFailure failure);
    }

    void addListener(Listener listener) {
        listeners.add(listener);
    }

    void show(@Nullable Point place, @Nullable String unitCode) {
        pin = place;
        highlighted = unitCode;
        if (isAttached()) {
            showPin(false);
        }
    }

    void setEditable(boolean editable) {
        this.editable = editable;
        if (isAttached()) {
            getElement().executeJs("window.bihuanMap.of(this).setEditable($0)", editable);
        }
    }

    void locate() {
        getElement().executeJs("window.bihuanMap.of(this).locate()");
    }

    void pickCentre() {
        getElement().executeJs("window.bihuanMap.of(this).pickCentre()");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        String notice = ground.generated() ? getTranslation("map.generated") : "";
        getElement()
                .executeJs(
                        "window.bihuanMap.start(this, {units: $0, notice: $1, failed: $2, tileUrl: $3,"
                                + " attribution: $4, editable: $5, zoomIn: $6, zoomOut: $7})",
                        String.join(",", ground.units()),
                        notice,
                        getTranslation("map.failed"),
                        ground.tileUrl(),
                        ground.tileAttribution(),
                        editable,
                        getTranslation("map.zoom-in"),
                        getTranslation("map.zoom-out"));
        showPin(true);
    }

    private void showPin(boolean approach) {
        getElement()
                .executeJs(
                        "window.bihuanMap.of(this).show($0, $1, $2, $3)",
                        pin == null ? null : pin.longitude(),
                        pin == null ? null : pin.latitude(),
                        highlighted,
                        approach);
    }

    /** Called by the browser; a negative accuracy means that the place was chosen by hand. */
    @ClientCallable
    private void picked(double longitude, double latitude, double accuracy) {
        if (!editable || !(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) {
            return;
        }
        pin = new Point(longitude, latitude);
        for (Listener listener : listeners) {
            listener.picked(pin, accuracy < 0 ? null : accuracy);
        }
    }

    /** Called by the browser. */
    @ClientCallable
    private void notFound(String reason) {
        LocationFailure failure = LocationFailure.of(reason);
        listeners.forEach(listener -> listener.notFound(failure));
    }
}
