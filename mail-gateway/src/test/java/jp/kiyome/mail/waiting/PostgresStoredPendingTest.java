package jp.kiyome.mail.waiting;

import java.nio.file.Path;
import jp.kiyome.quarantine.database.DatabaseSettings;
import jp.kiyome.quarantine.fixture.PostgresServer;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf("jp.kiyome.quarantine.fixture.PostgresServer#installed")
class PostgresStoredPendingTest extends StoredPendingContract {

    @Override
    DatabaseSettings fresh(Path folder) throws Exception {
        return PostgresServer.running().freshDatabase();
    }
}
