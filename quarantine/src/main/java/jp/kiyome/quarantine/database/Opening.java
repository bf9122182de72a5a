package jp.kiyome.quarantine.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Connects, migrates, and looks whether the database may be trusted with more than one organisation. */
final class Opening {

    private static final String MIGRATIONS = "classpath:jp/kiyome/quarantine/database/";
    private static final int EMBEDDED_CONNECTIONS = 16;
    private static final int MEMORY_CONNECTIONS = 32;

    private Opening() {}

    static Database inMemory(List<OwnTables> beside) {
        String place = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        return embedded(place, MEMORY_CONNECTIONS, Dialect.MEMORY, beside);
    }

    static Database embedded(DatabaseSettings.Embedded embedded, List<OwnTables> beside) {
        return embedded("jdbc:h2:file:" + embedded.file().toAbsolutePath(), EMBEDDED_CONNECTIONS, Dialect.H2, beside);
    }

    private static Database embedded(String place, int connections, Dialect dialect, List<OwnTables> beside) {
        // Names as PostgreSQL has them; no server, no trace files; patience while another writer of the same
        // organisation commits. Nothing is written by a thread of the database's own: see OneWriter.
        String url = place
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;LOCK_TIMEOUT=60000;WRITE_DELAY=0"
                + ";TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0;DB_CLOSE_ON_EXIT=FALSE";
        HikariDataSource pool = pool(url, new DatabaseSettings.Login("kiyome", ""), connections);
        return closedOnError(pool, () -> {
            migrate(pool, "h2", Map.of(), beside);
            return new Database(pool, dialect);
        });
    }

    static Database server(DatabaseSettings.PostgreSql server, List<OwnTables> beside) {
        try (HikariDataSource owner = pool(server.url(), server.owner(), 2)) {
            String schema = JdbcClient.create(owner)
                    .sql("select current_schema()")
                    .query(String.class)
                    .single();
            Map<String, String> names = Map.of(
                    "schema",
                    quoted(schema),
                    "application",
                    quoted(server.application().user()));
            migrate(owner, "postgresql", names, beside);
        }
        HikariDataSource pool = pool(server.url(), server.application(), server.connections());
        return closedOnError(pool, () -> {
            insistSafe(JdbcClient.create(pool));
            return new Database(pool, Dialect.POSTGRESQL);
        });
    }

    /** Each module's tables have a history of their own; those beside the store's find its tables there already. */
    private static void migrate(DataSource source, String dialect, Map<String, String> names, List<OwnTables> beside) {
        flyway(source, MIGRATIONS, dialect, "store").placeholders(names).load().migrate();
        for (OwnTables tables : beside) {
            flyway(source, "classpath:" + tables.migrations() + "/", dialect, tables.name())
                    .placeholders(names)
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .load()
                    .migrate();
        }
    }

    private static FluentConfiguration flyway(DataSource source, String folder, String dialect, String name) {
        return Flyway.configure()
                .dataSource(source)
                .locations(folder + "common", folder + dialect)
                .table(name + "_history");
    }

    private static HikariDataSource pool(String url, DatabaseSettings.Login login, int connections) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(login.user());
        config.setPassword(login.password());
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        config.setPoolName("kiyome-store");
        return new HikariDataSource(config);
    }

    private static void insistSafe(JdbcClient jdbc) {
        insistNone(jdbc, "the application's role must be neither superuser nor have BYPASSRLS", """
            select count(*) from pg_roles where rolname = current_user and (rolsuper or rolbypassrls)\
            """);
        insistNone(jdbc, "the application's role must not own the store's tables", """
            select count(*) from pg_class where relname in ('item', 'audit_record') and pg_has_role(relowner, 'member')\
            """);
        insistNone(jdbc, "row-level security is off", """
            select count(*) from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and a.attname = 'organisation'
            and not (c.relrowsecurity and c.relforcerowsecurity)\
            """);
        insistNone(jdbc, "synchronous_commit, fsync and full_page_writes must be on", """
            select count(*) from pg_settings where name in ('synchronous_commit', 'fsync', 'full_page_writes')
            and setting = 'off'\
            """);
    }

    private static void insistNone(JdbcClient jdbc, String otherwise, String sql) {
        if (jdbc.sql(sql).query(Long.class).single() != 0) {
            throw new DatabaseUnsafe(otherwise);
        }
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static Database closedOnError(HikariDataSource pool, Supplier<Database> opening) {
        try {
            return opening.get();
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }
}
