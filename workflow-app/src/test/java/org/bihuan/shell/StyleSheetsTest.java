package org.bihuan.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class StyleSheetsTest {

    @Test
    void everyModulesSheetIsPartOfTheLook() throws IOException {
        var resources = new PathMatchingResourcePatternResolver();
        String look = resources
                .getResource("classpath:META-INF/resources/bihuan.css")
                .getContentAsString(StandardCharsets.UTF_8);

        assertThat(resources.getResources("classpath:META-INF/resources/styles/*.css"))
                .hasSizeGreaterThan(10)
                .extracting(Resource::getFilename)
                .allSatisfy(sheet -> assertThat(look).contains("@import url(\"styles/" + sheet + "\");"));
    }
}
