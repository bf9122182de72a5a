package jp.kiyome.quarantine.crash;

import jp.kiyome.quarantine.database.DatabaseSettings;
import jp.kiyome.quarantine.fixture.PostgresServer;
import jp.kiyome.quarantine.store.StoreSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIf;

/** The process that writes is killed, not the server, whose own recovery is its makers' to test. */
@EnabledIf("jp.kiyome.quarantine.fixture.PostgresServer#installed")
class PostgresCrashTest extends CrashContract {

    private DatabaseSettings.PostgreSql database;

    @BeforeEach
    void database() throws Exception {
        database = PostgresServer.running().freshDatabase();
    }

    @Override
    String url() {
        return database.url();
    }

    @Override
    StoreSettings settings() {
        StoreSettings inFolder = StoreSettings.in(folder);
        return new StoreSettings(database, inFolder.originals(), inFolder.cleaned(), inFolder.masterKeys());
    }
}
