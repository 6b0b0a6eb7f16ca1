package org.bihuan.map;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bihuan.org.Border;
import org.bihuan.org.Borders;
import org.bihuan.org.OrgService;
import org.bihuan.org.UnitKind;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The borders as GeoJSON for the map. Open to everybody: names and borders of territory, nothing about people. */
@RestController
class BordersController {

    private static final Duration KEPT_BY_BROWSERS = Duration.ofHours(1);

    private final OrgService org;
    private final Borders borders;
    private final JsonMapper json;

    BordersController(OrgService org, Borders borders, JsonMapper json) {
        this.org = org;
        this.borders = borders;
        this.json = json;
    }

    /** All units of the kind at or below a unit; 404 where no unit has the code. */
    @GetMapping("/map/borders.json")
    ResponseEntity<byte[]> borders(@RequestParam String under, @RequestParam UnitKind kind) {
        return org.findByCode(under)
                .map(unit -> answer(borders.under(unit, kind)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** A weak tag, because the server does not compress what carries a strong one. */
    private ResponseEntity<byte[]> answer(List<Border> found) {
        byte[] body = json.writeValueAsBytes(FeatureCollection.of(found));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(KEPT_BY_BROWSERS).cachePublic())
                .eTag("W/\"" + DigestUtils.md5DigestAsHex(body) + "\"")
                .contentType(new MediaType(MediaType.APPLICATION_JSON, StandardCharsets.UTF_8))
                .body(body);
    }

    record FeatureCollection(String type, List<Feature> features) {

        static FeatureCollection of(List<Border> borders) {
            return new FeatureCollection(
                    "FeatureCollection", borders.stream().map(Feature::of).toList());
        }
    }

    record Feature(
            String type,
            Map<String, Object> properties,
            @JsonRawValue String geometry) {

        static Feature of(Border border) {
            return new Feature(
                    "Feature",
                    Map.of("code", border.code(), "name", border.name(), "generated", border.generated()),
                    // the databases put a blank after each comma and colon
                    border.geometry().replace(" ", ""));
        }
    }
}
