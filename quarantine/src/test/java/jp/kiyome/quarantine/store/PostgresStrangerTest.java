package jp.kiyome.quarantine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import jp.kiyome.quarantine.database.DatabaseSettings;
import jp.kiyome.quarantine.database.DatabaseUnsafe;
import jp.kiyome.quarantine.fixture.Given;
import jp.kiyome.quarantine.fixture.PostgresServer;
import jp.kiyome.quarantine.fixture.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf("jp.kiyome.quarantine.fixture.PostgresServer#installed")
class PostgresStrangerTest extends StrangerContract {

    @Override
    TestDatabase fresh(Path folder) throws Exception {
        PostgresServer server = PostgresServer.running();
        return new TestDatabase.Server(server, server.freshDatabase());
    }

    /** Whatever statement the program could be brought to send. */
    @Test
    void theServerItselfShowsNoOtherOrganisationsRows() throws Exception {
        TestDatabase.Server database = (TestDatabase.Server) fresh(folder);
        StoreSettings settings = new StoreSettings(
                database.settings(), folder.resolve("o"), folder.resolve("c"), folder.resolve("master.keys"));
        try (Store store = Store.open(settings, () -> Given.NOON)) {
            store.organisations().enrol(Given.CITY, Given.GATEWAY);
            store.organisations().enrol(Given.TOWN, Given.GATEWAY);
            Given.rebuilt(store, Given.CITY, "of the city");
        }
        for (DatabaseSettings.Login login :
                List.of(settings(database).application(), settings(database).owner())) {
            try (Connection connection =
                            DriverManager.getConnection(settings(database).url(), login.user(), login.password());
                    Statement statement = connection.createStatement()) {
                for (String setting : List.of("reset kiyome.organisation", "set kiyome.organisation = 'aoba-town'")) {
                    statement.execute(setting);
                    assertNothingOfTheCity(statement);
                }
            }
        }
    }

    private static void assertNothingOfTheCity(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(
                "select table_name from information_schema.columns where column_name = 'organisation' and table_schema = 'public'")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        assertThat(tables).hasSizeGreaterThan(11);
        for (String table : tables) {
            try (ResultSet row =
                    statement.executeQuery("select count(*) from " + table + " where organisation = 'midori-city'")) {
                row.next();
                assertThat(row.getLong(1)).as(table).isZero();
            }
        }
        assertThatThrownBy(() -> statement.execute(
                        "insert into audit_head (organisation, number, hash) values ('midori-city', 9, '')"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void theApplicationCannotChangeTheTrail() throws Exception {
        TestDatabase.Server database = (TestDatabase.Server) fresh(folder);
        StoreSettings settings = new StoreSettings(
                database.settings(), folder.resolve("o"), folder.resolve("c"), folder.resolve("master.keys"));
        try (Store store = Store.open(settings, () -> Given.NOON)) {
            store.organisations().enrol(Given.CITY, Given.GATEWAY);
        }
        for (DatabaseSettings.Login login :
                List.of(settings(database).application(), settings(database).owner())) {
            try (Connection connection =
                            DriverManager.getConnection(settings(database).url(), login.user(), login.password());
                    Statement statement = connection.createStatement()) {
                statement.execute("set kiyome.organisation = 'midori-city'");
                for (String change : List.of(
                        "update audit_record set who = 'person:nobody'",
                        "delete from audit_record",
                        "truncate audit_record")) {
                    assertThatThrownBy(() -> statement.execute(change)).isInstanceOf(SQLException.class);
                }
            }
        }
    }

    @Test
    void aServerThatWouldNotKeepThemApartIsNotUsed() throws Exception {
        DatabaseSettings.PostgreSql own = settings((TestDatabase.Server) fresh(folder));
        DatabaseSettings.PostgreSql ownerWorks =
                new DatabaseSettings.PostgreSql(own.url(), own.owner(), own.owner(), own.connections());
        StoreSettings settings =
                new StoreSettings(ownerWorks, folder.resolve("o"), folder.resolve("c"), folder.resolve("master.keys"));
        assertThatThrownBy(() -> Store.open(settings, () -> Given.NOON)).isInstanceOf(DatabaseUnsafe.class);
    }

    private static DatabaseSettings.PostgreSql settings(TestDatabase.Server database) {
        return database.settings();
    }
}
