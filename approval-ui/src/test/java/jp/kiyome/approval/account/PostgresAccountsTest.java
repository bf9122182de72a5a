package jp.kiyome.approval.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import jp.kiyome.approval.fixture.PostgresServer;
import jp.kiyome.approval.fixture.Site;
import jp.kiyome.approval.person.Role;
import jp.kiyome.quarantine.database.DatabaseSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf("jp.kiyome.approval.fixture.PostgresServer#installed")
class PostgresAccountsTest extends AccountsContract {

    private Optional<DatabaseSettings.PostgreSql> database = Optional.empty();

    @Override
    DatabaseSettings fresh() throws Exception {
        DatabaseSettings.PostgreSql fresh = PostgresServer.running().freshDatabase();
        database = Optional.of(fresh);
        return fresh;
    }

    /** Whatever statement the program could be brought to send. */
    @Test
    void theServerItselfShowsNoOtherOrganisationsPeople() throws Exception {
        DatabaseSettings.PostgreSql last = database.orElseThrow();
        site.person(Site.CITY, "tanaka", Role.CLERK);
        for (DatabaseSettings.Login login : List.of(last.owner(), last.application())) {
            for (String setting : List.of("reset kiyome.organisation", "set kiyome.organisation = 'aoba-town'")) {
                try (Connection connection = DriverManager.getConnection(last.url(), login.user(), login.password());
                        Statement statement = connection.createStatement()) {
                    statement.execute(setting);
                    for (String table : List.of(
                            "account",
                            "account_role",
                            "request",
                            "request_turn",
                            "approval",
                            "deputation",
                            "recovery_code")) {
                        try (ResultSet row = statement.executeQuery("select count(*) from " + table)) {
                            row.next();
                            assertThat(row.getLong(1))
                                    .as(table + " for " + login)
                                    .isZero();
                        }
                    }
                }
            }
        }
    }
}
