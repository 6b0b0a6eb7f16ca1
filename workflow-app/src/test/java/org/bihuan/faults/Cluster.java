package org.bihuan.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** A database, the line to it and two nodes on it. */
final class Cluster implements AutoCloseable {

    static final int LOCK_SECONDS = 4;

    final Path folder;
    final Path logs;
    final Database database;
    final SmallDisk disk;
    final Proxy line;
    final NodeProcess first;
    final NodeProcess second;

    private int checks;

    Cluster(Path folder, Path programs) throws IOException, InterruptedException {
        this.folder = folder.toAbsolutePath();
        SmallDisk.release(this.folder.resolve("storage"));
        FileSystemUtils.deleteRecursively(this.folder);
        logs = Files.createDirectories(this.folder.resolve("logs"));
        database = new Database(this.folder.resolve("database"), programs.toAbsolutePath());
        disk = new SmallDisk(this.folder.resolve("storage"));
        line = new Proxy(database.port);
        first = new NodeProcess("first", settings(line.port()), logs);
        second = new NodeProcess("second", settings(database.port), logs);
    }

    /** The first node alone, until the demonstration district is loaded, then the second. */
    void start() throws IOException {
        first.begin();
        first.awaitReady();
        second.begin();
        second.awaitReady();
    }

    List<NodeProcess> nodes() {
        return List.of(first, second);
    }

    /** By the database's own port: what is checked is the data, not the line. */
    CheckRun check(History history) throws IOException, InterruptedException {
        Path acknowledged = folder.resolve("acknowledged.txt");
        history.writeTo(acknowledged);
        return CheckRun.run(settings(database.port), acknowledged, logs, folder.resolve("check-" + ++checks + ".txt"));
    }

    private List<String> settings(int port) {
        var settings = new ArrayList<String>();
        settings.add("-Dspring.datasource.url=" + database.url(port));
        settings.add("-Dspring.datasource.username=" + Database.USER);
        settings.add("-Dspring.datasource.password=" + Database.PASSWORD);
        settings.add("-Dbihuan.storage.folder=" + disk.folder);
        settings.add("-Dbihuan.engine.job-lock=" + LOCK_SECONDS + "s");
        settings.add("-Dspring.profiles.active=demo");
        return settings;
    }

    @Override
    public void close() {
        first.close();
        second.close();
        disk.close();
        line.close();
        database.close();
    }
}
