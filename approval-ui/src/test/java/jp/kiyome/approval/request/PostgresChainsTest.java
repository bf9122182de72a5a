package jp.kiyome.approval.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Optional;
import jp.kiyome.approval.fixture.PostgresServer;
import jp.kiyome.quarantine.database.DatabaseSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf("jp.kiyome.approval.fixture.PostgresServer#installed")
class PostgresChainsTest extends ChainsContract {

    private Optional<DatabaseSettings.PostgreSql> database = Optional.empty();

    @Override
    DatabaseSettings fresh() throws Exception {
        DatabaseSettings.PostgreSql fresh = PostgresServer.running().freshDatabase();
        database = Optional.of(fresh);
        return fresh;
    }

    /** The owner itself sees no rows while row-level security is forced on it: the migration has to do without, and to put it back. */
    @Test
    void whatWasAskedForBeforeThereWereChainsWaitsForWhoeverMayDecide() throws Exception {
        RequestId id = ask(clerk);
        DatabaseSettings.PostgreSql last = database.orElseThrow();
        try (Connection connection = DriverManager.getConnection(
                        last.url(), last.owner().user(), last.owner().password());
                Statement statement = connection.createStatement()) {
            statement.execute("alter table request_turn no force row level security");
            statement.execute("delete from request_turn");
            statement.execute("alter table request_turn force row level security");
            assertThat(waitsFor(kakaricho, id)).isFalse();
            statement.execute(migration("postgresql"));
            for (String table : new String[] {"request", "item", "request_turn"}) {
                try (ResultSet row = statement.executeQuery("select count(*) from " + table)) {
                    row.next();
                    assertThat(row.getLong(1)).as(table).isZero();
                }
            }
        }
        waitsForWhoeverMayDecide(id);
    }
}
