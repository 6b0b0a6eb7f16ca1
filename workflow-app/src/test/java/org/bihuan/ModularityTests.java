package org.bihuan;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The modules keep to the neighbours that their package-info names, and there are no circles. */
class ModularityTests {

    @Test
    void modulesKeepToTheirNeighbours() {
        ApplicationModules.of(BihuanApplication.class, location -> !location.contains("/test-classes/"))
                .verify();
    }
}
