package jp.kiyome.quarantine.database;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import jp.kiyome.quarantine.item.Organisation;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A database with the store's tables. All that can be done with it is to read or write the rows of one organisation in one
 * transaction. Threads may share it.
 */
public final class Database implements AutoCloseable {

    private final HikariDataSource pool;
    private final Dialect dialect;
    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate many;
    private final TransactionTemplate reading;
    private final TransactionTemplate writing;
    private final OneWriter oneWriter;

    Database(HikariDataSource pool, Dialect dialect) {
        this.pool = pool;
        this.dialect = dialect;
        this.jdbc = JdbcClient.create(pool);
        this.many = new NamedParameterJdbcTemplate(pool);
        this.oneWriter = new OneWriter(() -> dialect.makeDurable(jdbc));
        JdbcTransactionManager transactions = new JdbcTransactionManager(pool);
        this.writing = new TransactionTemplate(transactions);
        this.writing.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.reading.setReadOnly(true);
    }

    /**
     * Opens a database, and brings its tables to what this version needs.
     *
     * @throws DatabaseUnsafe when it would not keep organisations apart
     */
    public static Database open(DatabaseSettings settings) {
        return open(settings, List.of());
    }

    /**
     * Opens a database that has tables of other modules too.
     *
     * @throws DatabaseUnsafe when it would not keep organisations apart
     */
    public static Database open(DatabaseSettings settings, List<OwnTables> beside) {
        return switch (settings) {
            case DatabaseSettings.Embedded embedded -> Opening.embedded(embedded, beside);
            case DatabaseSettings.Transient _ -> Opening.inMemory(beside);
            case DatabaseSettings.PostgreSql server -> Opening.server(server, beside);
        };
    }

    /** Reads as of one moment. */
    public <T> T read(Organisation organisation, Function<Rows, T> work) {
        return done(reading, organisation, work);
    }

    /**
     * Writes all or nothing; what is written is on disk when this returns. Two writers of one organisation must lock the head of its
     * trail first, which makes them follow each other.
     */
    public <T> T write(Organisation organisation, Function<Rows, T> work) {
        return dialect.write(oneWriter, () -> done(writing, organisation, work));
    }

    @SuppressWarnings("NullAway") // A transaction gives what the work gives, which is never null.
    private <T> T done(TransactionTemplate transaction, Organisation organisation, Function<Rows, T> work) {
        return transaction.execute(status -> {
            dialect.bind(jdbc, organisation.id());
            return work.apply(new Rows(jdbc, many, organisation));
        });
    }

    /** The organisations that were ever written for; their names alone are nobody's secret. */
    public List<Organisation> organisations() {
        return jdbc.sql("select id from tenant order by id")
                .query((row, number) -> new Organisation(row.getString(1)))
                .list();
    }

    /**
     * For the tables of jobs, which belong to no organisation. On a server it shows no rows of any other table; on H2 its callers are
     * to be trusted with that.
     */
    public DataSource ofJobs() {
        return pool;
    }

    /**
     * Holds a name until the returned is closed, or this process ends.
     *
     * @return empty when another process holds it
     */
    public Optional<Held> hold(UUID name) {
        try {
            return dialect.hold(pool, name.getMostSignificantBits() ^ name.getLeastSignificantBits());
        } catch (SQLException e) {
            throw new IllegalStateException("cannot reserve a run", e);
        }
    }

    /**
     * Copies all tables as of one moment, while others work, into a ZIP file that holds the database's files.
     *
     * @throws UnsupportedOperationException for a server, which has programs of its own for that
     */
    public void backUp(Path file) {
        dialect.backUp(jdbc, file);
    }

    @Override
    public void close() {
        dialect.end(jdbc);
        pool.close();
    }
}
