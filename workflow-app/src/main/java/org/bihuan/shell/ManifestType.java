package org.bihuan.shell;

import org.springframework.boot.web.server.MimeMappings;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.stereotype.Component;

/** The server's own list does not know web-app manifests. */
@Component
class ManifestType implements WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> {

    @Override
    public void customize(ConfigurableServletWebServerFactory server) {
        var additional = new MimeMappings();
        additional.add("webmanifest", "application/manifest+json");
        server.addMimeMappings(additional);
    }
}
