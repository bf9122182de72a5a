package jp.kiyome.quarantine.reprocess;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.Map;
import jp.kiyome.quarantine.database.DatabaseSettings;
import jp.kiyome.quarantine.fixture.AllRows;
import jp.kiyome.quarantine.fixture.PostgresServer;
import jp.kiyome.quarantine.fixture.TestDatabase;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf("jp.kiyome.quarantine.fixture.PostgresServer#installed")
class PostgresReprocessTest extends ReprocessContract {

    @Override
    TestDatabase fresh(Path folder) throws Exception {
        PostgresServer server = PostgresServer.running();
        return new TestDatabase.Server(server, server.freshDatabase());
    }

    @Override
    Map<String, String> rows() throws Exception {
        String url = ((DatabaseSettings.PostgreSql) settings.database()).url();
        try (Connection connection = PostgresServer.running().superuser(url.substring(url.lastIndexOf('/') + 1))) {
            return AllRows.of(connection, "public");
        }
    }

    @Override
    boolean exclusive() {
        return true;
    }
}
