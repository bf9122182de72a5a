package jp.kiyome.quarantine.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the databases do differently; statements are the same on both. */
enum Dialect {
    H2 {
        @Override
        void bind(JdbcClient jdbc, String organisation) {
            // Rows binds each statement; H2 has nothing to bind a session with.
        }

        // H2 tells of a commit before it is in the file (documentation, "Durability Problems").
        @Override
        void makeDurable(JdbcClient jdbc) {
            jdbc.sql("checkpoint sync").update();
        }

        @Override
        <T> T write(OneWriter writer, Supplier<T> transaction) {
            return writer.write(transaction);
        }

        @Override
        Optional<Held> hold(DataSource source, long number) {
            return heldByOpening();
        }

        @Override
        void backUp(JdbcClient jdbc, Path file) {
            jdbc.sql("backup to '" + file.toAbsolutePath().toString().replace("'", "''") + "'")
                    .update();
        }
    },
    MEMORY {
        @Override
        void bind(JdbcClient jdbc, String organisation) {
            // As H2.
        }

        @Override
        void makeDurable(JdbcClient jdbc) {
            // Nothing of it is to last.
        }

        @Override
        Optional<Held> hold(DataSource source, long number) {
            return heldByOpening();
        }

        @Override
        void backUp(JdbcClient jdbc, Path file) {
            throw new UnsupportedOperationException("nothing of it is to last");
        }

        @Override
        void end(JdbcClient jdbc) {
            jdbc.sql("shutdown immediately").update();
        }
    },
    POSTGRESQL {
        @Override
        void bind(JdbcClient jdbc, String organisation) {
            // For this transaction alone: a connection goes back to the pool without it.
            jdbc.sql("select set_config('kiyome.organisation', :organisation, true)")
                    .param("organisation", organisation)
                    .query(String.class)
                    .single();
        }

        @Override
        void makeDurable(JdbcClient jdbc) {
            // A commit is durable by itself (synchronous_commit, checked at start).
        }

        // Held by the session, so that the server itself lets go when the process is gone.
        @Override
        Optional<Held> hold(DataSource source, long number) throws SQLException {
            Connection connection = source.getConnection();
            try (PreparedStatement lock = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
                lock.setLong(1, number);
                try (ResultSet row = lock.executeQuery()) {
                    row.next();
                    if (row.getBoolean(1)) {
                        return Optional.of(() -> letGo(connection));
                    }
                }
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
            connection.close();
            return Optional.empty();
        }

        @Override
        void backUp(JdbcClient jdbc, Path file) {
            throw new UnsupportedOperationException("a PostgreSQL server is backed up by its own programs");
        }
    };

    /** Tells the session whose rows it may see. */
    abstract void bind(JdbcClient jdbc, String organisation);

    /** Brings to disk what was committed. */
    abstract void makeDurable(JdbcClient jdbc);

    /** Runs a transaction that writes; it is on disk when this returns, and others write meanwhile where the database is made for it. */
    <T> T write(OneWriter writer, Supplier<T> transaction) {
        return transaction.get();
    }

    /** Holds a number that no other process then holds; empty when one does. */
    abstract Optional<Held> hold(DataSource source, long number) throws SQLException;

    /** What is to be done before the last connection is closed. */
    void end(JdbcClient jdbc) {
        // Most databases need nothing.
    }

    /** Open in one process at a time: whatever another one held, it holds no more. */
    private static Optional<Held> heldByOpening() {
        return Optional.of(() -> {});
    }

    /** Ends the session: in the pool it would live on, and its lock with it. */
    private static void letGo(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot let go of a lock", e);
        }
    }

    /** Copies all tables as of one moment into a file. */
    abstract void backUp(JdbcClient jdbc, Path file);
}
