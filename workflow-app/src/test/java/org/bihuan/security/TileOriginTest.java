package org.bihuan.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TileOriginTest {

    @ParameterizedTest
    @CsvSource({
        "https://tiles.example/{z}/{x}/{y}.png, https://tiles.example",
        "https://{s}.tiles.example:8443/{z}/{x}/{y}.png, https://*.tiles.example:8443",
        "'', ''",
        "/tiles/{z}/{x}/{y}.png, ''",
        "'https://a.example; script-src *', https://a.example"
    })
    void isTheServerAloneWithoutRoomForOtherDirectives(String tileUrl, String origin) {
        assertThat(SecurityConfiguration.tileOrigin(tileUrl)).isEqualTo(origin);
    }
}
