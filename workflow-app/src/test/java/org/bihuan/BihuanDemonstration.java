package org.bihuan;

import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.LoggingSystem;

/**
 * Runs the product with the demonstration district on the embedded database: {@code ./mvnw -pl workflow-app
 * spring-boot:test-run}. Data stay in {@code .bihuan} below the project, or in the folder named by
 * {@code -Dbihuan.home=…}.
 */
public final class BihuanDemonstration {

    private BihuanDemonstration() {}

    /** Starts the database, then the program; Ctrl-C stops both. */
    public static void main(String[] args) {
        Path home = Path.of(System.getProperty("bihuan.home", "../.bihuan"))
                .toAbsolutePath()
                .normalize();
        // Until Spring has set up the log, logback would print everything.
        LoggingSystem.get(BihuanDemonstration.class.getClassLoader()).beforeInitialize();
        EmbeddedDatabase database;
        try {
            database = EmbeddedDatabase.start(
                    home.resolve("database"), home.resolve("programs"), "--innodb-buffer-pool-size=512M");
        } catch (EmbeddedDatabase.FolderInUseException e) {
            System.err.println(e.getMessage() + " (-Dbihuan.home=…)");
            System.exit(1);
            return;
        }
        System.setProperty("spring.datasource.url", database.url());
        System.setProperty("spring.datasource.username", database.user());
        System.setProperty("spring.datasource.password", database.password());
        System.setProperty("bihuan.storage.folder", home.resolve("storage").toString());
        var application = new SpringApplication(BihuanApplication.class);
        application.setAdditionalProfiles("demo");
        try {
            application.run(args);
        } catch (RuntimeException e) {
            // Spring has reported it; the database's threads would keep this JVM alive.
            System.exit(1);
        }
    }
}
