package jp.kiyome.quarantine.store;

import java.nio.file.Path;
import jp.kiyome.quarantine.fixture.TestDatabase;

class EmbeddedAskedAgainTest extends AskedAgainContract {

    @Override
    TestDatabase fresh(Path folder) {
        return new TestDatabase.Embedded(folder);
    }
}
