package org.bihuan.casefile;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.apache.ibatis.type.MappedTypes;
import org.jspecify.annotations.Nullable;

/** Keeps case numbers as text. */
@MappedTypes(CaseNumber.class)
public class CaseNumberTypeHandler extends BaseTypeHandler<CaseNumber> {

    @Override
    public void setNonNullParameter(PreparedStatement statement, int index, CaseNumber number, @Nullable JdbcType type)
            throws SQLException {
        statement.setString(index, number.value());
    }

    @Override
    public @Nullable CaseNumber getNullableResult(ResultSet row, String column) throws SQLException {
        return number(row.getString(column));
    }

    @Override
    public @Nullable CaseNumber getNullableResult(ResultSet row, int column) throws SQLException {
        return number(row.getString(column));
    }

    @Override
    public @Nullable CaseNumber getNullableResult(CallableStatement call, int column) throws SQLException {
        return number(call.getString(column));
    }

    private static @Nullable CaseNumber number(@Nullable String text) {
        return text == null ? null : new CaseNumber(text);
    }
}
