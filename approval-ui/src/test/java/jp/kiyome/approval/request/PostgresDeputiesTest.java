package jp.kiyome.approval.request;

import jp.kiyome.approval.fixture.PostgresServer;
import jp.kiyome.quarantine.database.DatabaseSettings;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf("jp.kiyome.approval.fixture.PostgresServer#installed")
class PostgresDeputiesTest extends DeputiesContract {

    @Override
    DatabaseSettings fresh() throws Exception {
        return PostgresServer.running().freshDatabase();
    }
}
