package org.bihuan.map;

import java.util.List;
import java.util.Optional;
import org.bihuan.org.Borders;
import org.bihuan.org.OrgService;
import org.bihuan.org.OrgUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * Makes maps. Their ground is the borders of our own units; where the property {@code bihuan.map.tile-url} names a tile
 * server (Leaflet's form, {@code https://…/{z}/{x}/{y}.png}), its pictures lie below them.
 */
@Service
public class Maps {

    private final OrgService org;
    private final Borders borders;
    private final String tileUrl;
    private final String tileAttribution;

    Maps(
            OrgService org,
            Borders borders,
            @Value("${bihuan.map.tile-url:}") String tileUrl,
            @Value("${bihuan.map.tile-attribution:}") String tileAttribution) {
        this.org = org;
        this.borders = borders;
        this.tileUrl = tileUrl;
        this.tileAttribution = tileAttribution;
    }

    /** A field in which a person chooses a place. */
    @PreAuthorize("@rights.may('map.look')")
    public MapField field() {
        return new MapField(ground(), this::grid, grid -> org.placeName(grid.id()));
    }

    /**
     * A map that shows one place, the grid round it and the way there.
     *
     * @param name what navigation programs call the place
     */
    @PreAuthorize("@rights.may('map.look')")
    public MapView view(Point place, String name) {
        return new MapView(ground(), place, name, grid(place).orElse(null));
    }

    private Optional<OrgUnit> grid(Point place) {
        return org.locate(place.longitude(), place.latitude());
    }

    private Ground ground() {
        List<OrgUnit> outermost = borders.outermost();
        return new Ground(
                outermost.stream().map(OrgUnit::code).toList(),
                outermost.stream().anyMatch(borders::generated),
                tileUrl,
                tileAttribution);
    }

    /**
     * What lies below the pin.
     *
     * @param units codes of the units whose parts are drawn
     * @param generated whether borders were drawn by the program instead of surveyed
     * @param tileUrl empty where there are no tiles
     */
    record Ground(List<String> units, boolean generated, String tileUrl, String tileAttribution) {}
}
