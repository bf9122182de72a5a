package jp.kiyome.quarantine.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Times in the tables: to the millisecond, in UTC. */
public final class Times {

    private Times() {}

    public static OffsetDateTime of(Instant time) {
        return Instant.ofEpochMilli(time.toEpochMilli()).atOffset(ZoneOffset.UTC);
    }

    public static Instant read(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
