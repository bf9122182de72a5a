package jp.kiyome.quarantine.database;

import java.nio.file.Path;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The two things that the databases do differently; statements are the same on both. */
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
        void backUp(JdbcClient jdbc, Path file) {
            jdbc.sql("backup to '" + file.toAbsolutePath().toString().replace("'", "''") + "'")
                    .update();
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

        @Override
        void backUp(JdbcClient jdbc, Path file) {
            throw new UnsupportedOperationException("a PostgreSQL server is backed up by its own programs");
        }
    };

    /** Tells the session whose rows it may see. */
    abstract void bind(JdbcClient jdbc, String organisation);

    /** Brings to disk what was committed. */
    abstract void makeDurable(JdbcClient jdbc);

    /** Copies all tables as of one moment into a file. */
    abstract void backUp(JdbcClient jdbc, Path file);
}
