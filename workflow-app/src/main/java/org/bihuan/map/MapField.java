package org.bihuan.map;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Optional;
import java.util.function.Function;
import org.bihuan.map.Maps.Ground;
import org.bihuan.org.OrgUnit;
import org.jspecify.annotations.Nullable;

/**
 * A place chosen on the map: by a tap, by the device's own position, or by keyboard (arrows move the map, a button
 * takes its centre). Says which grid the place lies in. Empty while nothing is chosen. Made by {@link Maps#field()}.
 */
public final class MapField extends CustomField<Point> {

    private final MapSurface surface;
    private final Function<Point, Optional<OrgUnit>> locate;
    private final Function<OrgUnit, String> words;
    private final Div buttons = new Div();
    private final Span status = new Span();
    private @Nullable Point place;
    private @Nullable OrgUnit grid;

    MapField(Ground ground, Function<Point, Optional<OrgUnit>> locate, Function<OrgUnit, String> words) {
        this.locate = locate;
        this.words = words;
        surface = new MapSurface(ground, true);
        addClassName("bihuan-map-field");
        setLabel(getTranslation("map.label"));
        surface.getElement().setAttribute("aria-label", getTranslation("map.instructions"));
        surface.addListener(new MapSurface.Listener() {
            @Override
            public void picked(Point chosen, @Nullable Double accuracy) {
                choose(chosen, accuracy);
            }

            @Override
            public void notFound(LocationFailure failure) {
                status.setText(getTranslation(failure.key()));
                status.setClassName("bihuan-map-status bihuan-map-warning");
            }
        });
        var here = new Button(getTranslation("map.here"), VaadinIcon.CROSSHAIRS.create(), click -> {
            status.setText(getTranslation("map.locating"));
            surface.locate();
        });
        var centre =
                new Button(getTranslation("map.centre"), VaadinIcon.MAP_MARKER.create(), click -> surface.pickCentre());
        buttons.addClassName("bihuan-map-buttons");
        buttons.add(here, centre);
        status.setClassName("bihuan-map-status");
        status.getElement().setAttribute("role", "status");
        add(surface, buttons, status);
        describe(null);
    }

    /** The grid that the chosen place lies in; empty while nothing is chosen or where no grid is. */
    public Optional<OrgUnit> grid() {
        return Optional.ofNullable(grid);
    }

    @Override
    public void setReadOnly(boolean readOnly) {
        super.setReadOnly(readOnly);
        surface.setEditable(!readOnly);
        buttons.setVisible(!readOnly);
    }

    @Override
    public @Nullable Point getEmptyValue() {
        return null;
    }

    @Override
    protected @Nullable Point generateModelValue() {
        return place;
    }

    @Override
    protected void setPresentationValue(@Nullable Point value) {
        place = value;
        refresh(null);
    }

    private void choose(Point chosen, @Nullable Double accuracy) {
        place = chosen;
        refresh(accuracy);
        updateValue();
    }

    private void refresh(@Nullable Double accuracy) {
        grid = place == null ? null : locate.apply(place).orElse(null);
        surface.show(place, grid == null ? null : grid.code());
        describe(accuracy);
    }

    private void describe(@Nullable Double accuracy) {
        status.setClassName("bihuan-map-status");
        if (place == null) {
            status.setText(getTranslation("map.hint"));
        } else if (grid == null) {
            status.setText(getTranslation("map.outside"));
            status.addClassName("bihuan-map-warning");
        } else if (accuracy == null) {
            status.setText(getTranslation("map.inside", words.apply(grid)));
        } else {
            status.setText(getTranslation("map.inside.accuracy", words.apply(grid), Math.round(accuracy)));
        }
    }
}
