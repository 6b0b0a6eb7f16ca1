package org.bihuan;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * People at their browsers against the whole program with the demonstration district, on a real database and with the
 * job executor. All journeys share one program; each makes its own incidents.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("browser")
@ActiveProfiles("demo")
@SpringBootTest(
        classes = BihuanApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "bihuan.demo.password=" + Journey.PASSWORD,
            "bihuan.storage.folder=target/journey-storage",
            "vaadin.productionMode=true",
            "logging.level.root=warn"
        })
@ContextConfiguration(initializers = TestDatabase.class)
public @interface Journey {

    /** Password of everybody in the district. */
    String PASSWORD = "journey-2026-bihuan";
}
