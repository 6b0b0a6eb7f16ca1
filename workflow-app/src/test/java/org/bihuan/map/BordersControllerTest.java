package org.bihuan.map;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.anonymous;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import org.bihuan.IntegrationTest;
import org.bihuan.org.Borders;
import org.bihuan.org.OrgService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.WebApplicationContext;

@IntegrationTest
@Transactional
@WithMockUser(roles = {"SYSTEM_ADMINISTRATOR", "SECURITY_ADMINISTRATOR"})
class BordersControllerTest {

    private static final String ADDRESS = "/map/borders.json?under=BORDERS-TEST&kind=STREET";

    private MockMvc browser;

    @BeforeEach
    void aStreetWithABorder(
            @Autowired WebApplicationContext context,
            @Autowired JdbcTemplate jdbc,
            @Autowired OrgService org,
            @Autowired Borders borders) {
        browser = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        jdbc.update("insert into org_unit (code, name, kind, path, valid_from)"
                + " values ('BORDERS-TEST', '辽宁路\"街道', 'STREET', '/borders-test/', '2026-01-01')");
        long unit = org.findByCode("BORDERS-TEST").orElseThrow().id();
        borders.save(Map.of(unit, "POLYGON ((120.1234567 36, 121 36, 121 37, 120.1234567 36))"), true);
    }

    @Test
    void givesEverybodyGeoJsonWithSixDecimals() throws Exception {
        browser.perform(get(ADDRESS).with(anonymous()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.type").value("FeatureCollection"))
                .andExpect(jsonPath("$.features.length()").value(1))
                .andExpect(jsonPath("$.features[0].type").value("Feature"))
                .andExpect(jsonPath("$.features[0].properties.code").value("BORDERS-TEST"))
                .andExpect(jsonPath("$.features[0].properties.name").value("辽宁路\"街道"))
                .andExpect(jsonPath("$.features[0].properties.generated").value(true))
                .andExpect(jsonPath("$.features[0].geometry.type").value("Polygon"))
                .andExpect(
                        jsonPath("$.features[0].geometry.coordinates[0][0][0]").value(120.123457))
                .andExpect(
                        jsonPath("$.features[0].geometry.coordinates[0][0][1]").value(36.0))
                .andExpect(header().string("Cache-Control", containsString("public")))
                .andExpect(header().string("ETag", startsWith("W/")));
    }

    @Test
    void spendsNothingOnABrowserThatHasThemAlready() throws Exception {
        String tag = browser.perform(get(ADDRESS).with(anonymous()))
                .andReturn()
                .getResponse()
                .getHeader("ETag");

        browser.perform(get(ADDRESS).with(anonymous()).header("If-None-Match", tag))
                .andExpect(status().isNotModified());
    }

    @Test
    void knowsNoUnitOfAnInventedCode() throws Exception {
        browser.perform(get("/map/borders.json?under=none&kind=STREET").with(anonymous()))
                .andExpect(status().isNotFound());
    }

    @Test
    void refusesAKindThatIsNone() throws Exception {
        browser.perform(get("/map/borders.json?under=BORDERS-TEST&kind=PLANET").with(anonymous()))
                .andExpect(status().isBadRequest());
    }
}
