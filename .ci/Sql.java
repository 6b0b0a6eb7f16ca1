import java.sql.DriverManager;

/** Runs statements against the database of .ci/check-jar: {@code java -cp connector.jar Sql.java URL STATEMENT…}. */
public final class Sql {

    private Sql() {}

    public static void main(String[] args) throws Exception {
        try (var connection = DriverManager.getConnection(args[0], "root", "");
                var statement = connection.createStatement()) {
            for (int i = 1; i < args.length; i++) {
                statement.execute(args[i]);
            }
        }
    }
}
