package org.bihuan.engine;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * Connections for the engine on which a batch of one row is an ordinary statement. The engine writes everything in
 * batches, most of which hold one row; for each of those the driver would prepare its statement a second time and close
 * it again, two trips to the server for nothing. Batches of several rows stay one statement.
 *
 * @see "docs/decisions/0016-bench.md"
 */
final class SingleRowBatches extends TransactionAwareDataSourceProxy {

    SingleRowBatches(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        return proxy(Connection.class, (self, method, arguments) -> {
            Object result = call(connection, method, arguments);
            return result instanceof PreparedStatement statement
                    ? proxy(PreparedStatement.class, new OneRow(statement))
                    : result;
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(SingleRowBatches.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** Adds a row to the batch not before the next one begins, so that a row that stays alone never becomes a batch. */
    private static final class OneRow implements InvocationHandler {

        private final PreparedStatement statement;
        private boolean rowWaits;
        private boolean severalRows;

        OneRow(PreparedStatement statement) {
            this.statement = statement;
        }

        @Override
        public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments) throws Throwable {
            int count = arguments == null ? 0 : arguments.length;
            switch (method.getName()) {
                case "addBatch" -> {
                    if (count > 0) {
                        return call(statement, method, arguments);
                    }
                    addWaiting();
                    rowWaits = true;
                    return null;
                }
                case "executeBatch" -> {
                    if (rowWaits && !severalRows) {
                        rowWaits = false;
                        return new int[] {statement.executeUpdate()};
                    }
                    addWaiting();
                    severalRows = false;
                    return statement.executeBatch();
                }
                case "clearBatch" -> {
                    rowWaits = false;
                    severalRows = false;
                    return call(statement, method, arguments);
                }
                default -> {
                    // A value of the next row.
                    if (rowWaits && count > 1 && method.getName().startsWith("set")) {
                        addWaiting();
                    }
                    return call(statement, method, arguments);
                }
            }
        }

        private void addWaiting() throws SQLException {
            if (rowWaits) {
                statement.addBatch();
                rowWaits = false;
                severalRows = true;
            }
        }
    }
}
