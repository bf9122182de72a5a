package jp.kiyome.quarantine.reprocess;

import java.nio.file.Path;
import jp.kiyome.quarantine.fixture.PostgresServer;
import jp.kiyome.quarantine.store.StoreSettings;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf("jp.kiyome.quarantine.fixture.PostgresServer#installed")
class PostgresKillTest extends KillContract {

    @Override
    String freshUrl() throws Exception {
        return PostgresServer.running().freshDatabase().url();
    }

    @Override
    StoreSettings settings(Path place, String url) {
        StoreSettings inFolder = StoreSettings.in(place);
        return new StoreSettings(
                PostgresServer.settings(url), inFolder.originals(), inFolder.cleaned(), inFolder.masterKeys());
    }
}
