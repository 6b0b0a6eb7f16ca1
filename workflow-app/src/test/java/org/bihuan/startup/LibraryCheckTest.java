package org.bihuan.startup;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LibraryCheckTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "groovy/lang/GroovyShell",
                "org/mozilla/javascript/Context",
                "org/camunda/bpm/engine/rest/impl/CamundaRestResources",
                "org/camunda/bpm/cockpit/Cockpit",
                "org/apache/logging/log4j/core/Logger"
            })
    void refusesForbiddenOnesByName(String type) throws Exception {
        refused(type + ".class", "");
    }

    @Test
    void refusesScriptEnginesThatNobodyHasHeardOf() throws Exception {
        refused("META-INF/services/javax.script.ScriptEngineFactory", "# new\norg.example.Engines # and fast\n");
    }

    @Test
    void acceptsTheClassPathOfTheProgram() {
        assertThatCode(() -> LibraryCheck.check(LibraryCheckTest.class.getClassLoader()))
                .doesNotThrowAnyException();
    }

    private void refused(String file, String content) throws Exception {
        Path place = folder.resolve(file);
        Files.createDirectories(place.getParent());
        Files.writeString(place, content);
        try (var libraries = new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
            assertThatThrownBy(() -> LibraryCheck.check(libraries))
                    .isInstanceOf(StartupRefusedException.class)
                    .hasMessageContaining("类路径上有不允许的程序库")
                    .hasMessageContaining("There is a forbidden library on the class path");
        }
    }
}
