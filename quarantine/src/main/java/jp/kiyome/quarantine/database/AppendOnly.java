package jp.kiyome.quarantine.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/** The trigger by which H2 refuses to change or delete a record of the audit trail. Made by H2, by its name. */
public final class AppendOnly implements Trigger {

    @Override
    public void fire(Connection connection, @Nullable Object @Nullable [] before, @Nullable Object @Nullable [] after)
            throws SQLException {
        throw new SQLException("records of the audit trail stay as they are");
    }
}
