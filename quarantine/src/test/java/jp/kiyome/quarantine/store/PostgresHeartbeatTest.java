package jp.kiyome.quarantine.store;

import java.nio.file.Path;
import jp.kiyome.quarantine.fixture.PostgresServer;
import jp.kiyome.quarantine.fixture.TestDatabase;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf("jp.kiyome.quarantine.fixture.PostgresServer#installed")
class PostgresHeartbeatTest extends HeartbeatContract {

    @Override
    TestDatabase fresh(Path folder) throws Exception {
        PostgresServer server = PostgresServer.running();
        return new TestDatabase.Server(server, server.freshDatabase());
    }
}
