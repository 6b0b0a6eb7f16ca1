package org.bihuan.map;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointTest {

    @ParameterizedTest
    @CsvSource({"120.34, 36.07", "-180, -90", "180, 90"})
    void takesPlacesOnEarth(double longitude, double latitude) {
        assertThatCode(() -> new Point(longitude, latitude)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"180.1, 0", "0, -90.1", "NaN, 0", "0, NaN", "Infinity, 0"})
    void refusesWhatIsNoPlace(double longitude, double latitude) {
        assertThatThrownBy(() -> new Point(longitude, latitude)).isInstanceOf(IllegalArgumentException.class);
    }
}
