package jp.kiyome.quarantine.store;

import java.nio.file.Path;
import jp.kiyome.quarantine.fixture.TestDatabase;

class EmbeddedHeartbeatTest extends HeartbeatContract {

    @Override
    TestDatabase fresh(Path folder) {
        return new TestDatabase.Embedded(folder);
    }
}
