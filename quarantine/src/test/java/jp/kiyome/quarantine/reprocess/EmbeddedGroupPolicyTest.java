package jp.kiyome.quarantine.reprocess;

import java.nio.file.Path;
import jp.kiyome.quarantine.fixture.TestDatabase;

class EmbeddedGroupPolicyTest extends GroupPolicyContract {

    @Override
    TestDatabase fresh(Path folder) {
        return new TestDatabase.Embedded(folder);
    }
}
