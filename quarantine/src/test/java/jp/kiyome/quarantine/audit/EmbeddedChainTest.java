package jp.kiyome.quarantine.audit;

import java.nio.file.Path;
import jp.kiyome.quarantine.fixture.TestDatabase;

class EmbeddedChainTest extends ChainContract {

    @Override
    TestDatabase fresh(Path folder) {
        return new TestDatabase.Embedded(folder);
    }
}
