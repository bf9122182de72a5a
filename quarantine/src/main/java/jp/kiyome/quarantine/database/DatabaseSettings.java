package jp.kiyome.quarantine.database;

import java.nio.file.Path;

/** Which database the store stands on. */
public sealed interface DatabaseSettings {

    /**
     * H2 in this process, which alone may have it open.
     *
     * @param file without its ending {@code .mv.db}
     */
    record Embedded(Path file) implements DatabaseSettings {}

    /** H2 in this process's memory, empty, and gone when it is closed: for what must leave no trace. */
    record Transient() implements DatabaseSettings {}

    /**
     * A PostgreSQL server, 15 or later.
     *
     * @param url of JDBC, for example {@code jdbc:postgresql://localhost/kiyome}
     * @param owner who owns the tables; used for migrations alone
     * @param application who works with them; neither owner nor superuser, and without BYPASSRLS
     * @param connections at a time at most
     */
    record PostgreSql(String url, Login owner, Login application, int connections) implements DatabaseSettings {}

    /** A role of the server that may log in. */
    record Login(String user, String password) {

        @Override
        public String toString() {
            return user;
        }
    }
}
