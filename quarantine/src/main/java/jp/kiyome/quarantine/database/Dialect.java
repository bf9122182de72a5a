package jp.kiyome.quarantine.database;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The two things that the databases do differently; statements are the same on both. */
enum Dialect {
    H2 {
        @Override
        void bind(JdbcClient jdbc, String organisation) {
            // Rows binds each statement; H2 has nothing to bind a session with.
        }

        /** H2 tells of a commit before it is in the file (documentation, "Durability Problems"). */
        @Override
        void makeDurable(JdbcClient jdbc) {
            jdbc.sql("checkpoint sync").update();
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
    };

    /** Tells the session whose rows it may see. */
    abstract void bind(JdbcClient jdbc, String organisation);

    /** Brings to disk what was committed. */
    abstract void makeDurable(JdbcClient jdbc);
}
