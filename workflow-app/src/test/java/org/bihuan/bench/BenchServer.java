package org.bihuan.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;
import org.bihuan.DurableDatabase;
import org.springframework.jdbc.core.JdbcTemplate;

/** The one server of a run: a schema for each peer, beside the product's. */
public final class BenchServer implements AutoCloseable {

    /** Groups among which the open tasks are spread, and how many of them a reader belongs to. */
    public static final int GROUPS = 500;

    public static final int GROUPS_OF_A_READER = 10;

    /** Readers who take turns, each with other groups. */
    static final int READERS = 5;

    private static final int POOL = 12;

    private final DurableDatabase database;
    private final Properties shipped;
    private final List<HikariDataSource> pools = new ArrayList<>();
    private final String product;
    private final JdbcTemplate admin;

    /**
     * @param shipped options of the driver that the product is shipped with
     */
    BenchServer(DurableDatabase database, Properties shipped) {
        this.database = database;
        this.shipped = shipped;
        String path = database.url().replaceFirst("\\?.*", "");
        product = path.substring(path.lastIndexOf('/') + 1);
        admin = new JdbcTemplate(pool(product, shipped, 1));
    }

    /** A pool on a new, empty schema with the options of the driver that the product is shipped with. */
    DataSource newSchema(String name) {
        return newSchema(name, shipped);
    }

    DataSource newSchema(String name, Properties options) {
        String schema = schema(name);
        admin.execute("drop database if exists " + schema);
        admin.execute("create database " + schema + " character set utf8mb4");
        return pool(schema, options, POOL);
    }

    /** Makes the table of the numbers 0 to {@code upTo} - 1; returns its full name. */
    String numbers(int upTo) {
        newSchema("numbers");
        var jdbc = new JdbcTemplate(pool(schema("numbers"), shipped, 1));
        jdbc.execute("create table digit (d int primary key)");
        jdbc.execute("insert into digit values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)");
        jdbc.execute("create table number (n int primary key)");
        jdbc.update(
                "insert into number select a.d + 10 * b.d + 100 * c.d + 1000 * e.d + 10000 * f.d + 100000 * g.d n"
                        + " from digit a, digit b, digit c, digit e, digit f, digit g having n < ? order by n",
                upTo);
        return schema("numbers") + ".number";
    }

    Properties shippedOptions() {
        return shipped;
    }

    /** Number of a group of a reader. */
    public static int group(int reader, int place) {
        return reader + place * (GROUPS / GROUPS_OF_A_READER);
    }

    private String schema(String name) {
        return product + "_" + name;
    }

    private HikariDataSource pool(String schema, Properties options, int size) {
        var config = new HikariConfig();
        config.setJdbcUrl(database.url().replaceFirst("/" + product + "(?=\\?|$)", "/" + schema));
        config.setUsername(database.user());
        config.setPassword(database.password());
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(0);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setDataSourceProperties(options);
        var pool = new HikariDataSource(config);
        pools.add(pool);
        return pool;
    }

    @Override
    public void close() {
        pools.forEach(HikariDataSource::close);
    }
}
