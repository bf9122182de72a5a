package jp.kiyome.quarantine.crash;

import java.nio.file.Path;
import jp.kiyome.quarantine.database.DatabaseSettings;
import jp.kiyome.quarantine.fixture.PostgresServer;
import jp.kiyome.quarantine.store.StoreSettings;
import org.junit.jupiter.api.condition.EnabledIf;

/** The process that writes is killed, not the server, whose own recovery is its makers' to test. */
@EnabledIf("jp.kiyome.quarantine.fixture.PostgresServer#installed")
class PostgresCrashTest extends CrashContract {

    @Override
    Fresh fresh(Path folder) throws Exception {
        DatabaseSettings.PostgreSql database = PostgresServer.running().freshDatabase();
        StoreSettings inFolder = StoreSettings.in(folder);
        StoreSettings settings =
                new StoreSettings(database, inFolder.originals(), inFolder.cleaned(), inFolder.masterKeys());
        return new Fresh(database.url(), settings);
    }
}
