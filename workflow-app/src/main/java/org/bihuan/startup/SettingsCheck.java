package org.bihuan.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;

/** Checks libraries, secrets and the settings that have no default, before anything is started that would fail over them more noisily. */
class SettingsCheck implements ApplicationListener<ApplicationPreparedEvent> {

    private static final String URL = "spring.datasource.url";

    private static final String FOLDER = "bihuan.storage.folder";

    private static final int UNKNOWN_DATABASE = 1049;

    @Override
    public void onApplicationEvent(ApplicationPreparedEvent event) {
        ConfigurableEnvironment settings = event.getApplicationContext().getEnvironment();
        LibraryCheck.check(libraries(event));
        if (settings.getProperty("bihuan.startup.refuse-default-secrets", Boolean.class, true)) {
            SecretsCheck.check(settings);
        }
        String url = settings.getProperty(URL, "");
        if (url.isBlank()) {
            throw new StartupRefusedException(
                    "没有设置数据库地址:请设置环境变量 SPRING_DATASOURCE_URL(例如 jdbc:mysql://数据库主机:3306/bihuan)、"
                            + "SPRING_DATASOURCE_USERNAME 和 SPRING_DATASOURCE_PASSWORD。",
                    "No database is named: set the environment variables SPRING_DATASOURCE_URL (for example"
                            + " jdbc:mysql://database-host:3306/bihuan), SPRING_DATASOURCE_USERNAME and"
                            + " SPRING_DATASOURCE_PASSWORD.");
        }
        checkFolder(settings.getProperty(FOLDER, ""));
        checkDatabase(
                url,
                settings.getProperty("spring.datasource.username"),
                settings.getProperty("spring.datasource.password"));
    }

    private static ClassLoader libraries(ApplicationPreparedEvent event) {
        ClassLoader loader = event.getApplicationContext().getClassLoader();
        return loader == null ? SettingsCheck.class.getClassLoader() : loader;
    }

    private static void checkFolder(String folder) {
        if (folder.isBlank()) {
            throw new StartupRefusedException(
                    "没有设置照片存放目录:请把环境变量 BIHUAN_STORAGE_FOLDER 设为各节点共用且程序可写的目录。",
                    "No folder for photos is named: set the environment variable BIHUAN_STORAGE_FOLDER to a folder that"
                            + " all nodes share and the program may write.");
        }
        Path path = Path.of(folder).toAbsolutePath();
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw notWritable(path, e);
        }
        if (!Files.isWritable(path)) {
            throw notWritable(path, null);
        }
    }

    private static StartupRefusedException notWritable(Path path, @Nullable IOException cause) {
        return new StartupRefusedException(
                "程序无法写入照片存放目录 " + path + ":请检查 BIHUAN_STORAGE_FOLDER 和目录权限。",
                "The program cannot write the folder for photos " + path
                        + ": check BIHUAN_STORAGE_FOLDER and the rights on the folder.",
                cause);
    }

    private static void checkDatabase(String url, @Nullable String user, @Nullable String password) {
        var properties = new Properties();
        properties.put("connectTimeout", "10000");
        if (user != null) {
            properties.put("user", user);
        }
        if (password != null) {
            properties.put("password", password);
        }
        try (Connection connection = DriverManager.getConnection(url, properties)) {
            connection.getMetaData();
        } catch (SQLException e) {
            throw refused(withoutParameters(url), user, e);
        }
    }

    private static StartupRefusedException refused(String url, @Nullable String user, SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        if (state.startsWith("28")) {
            return new StartupRefusedException(
                    "数据库 " + url + " 拒绝了用户“" + user + "”:请检查 SPRING_DATASOURCE_USERNAME 和 SPRING_DATASOURCE_PASSWORD。",
                    "The database " + url + " refuses the user '" + user
                            + "': check SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD.",
                    e);
        }
        if (state.startsWith("42")) {
            boolean unknown = e.getErrorCode() == UNKNOWN_DATABASE;
            return new StartupRefusedException(
                    unknown
                            ? "数据库服务器上没有 " + url + " 所指的库:请先建库(字符集 utf8mb4)。"
                            : "用户“" + user + "”无权使用 " + url + " 所指的库:请授予该库的全部权限。",
                    unknown
                            ? "There is no such database on the server: " + url + "; create it (character set utf8mb4)."
                            : "The user '" + user + "' may not use " + url + "; grant all rights on that database.",
                    e);
        }
        return new StartupRefusedException(
                "无法连接数据库 " + url + ":请检查数据库是否已启动、地址和端口是否正确。(" + firstLine(e) + ")",
                "The database " + url + " cannot be reached: check that it runs and that address and port are right. ("
                        + firstLine(e) + ")",
                e);
    }

    /** Parameters may hold a password. */
    private static String withoutParameters(String url) {
        int question = url.indexOf('?');
        return question < 0 ? url : url.substring(0, question);
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
