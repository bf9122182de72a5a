package jp.kiyome.mail.waiting;

import java.nio.file.Path;
import jp.kiyome.quarantine.database.DatabaseSettings;

class EmbeddedStoredPendingTest extends StoredPendingContract {

    @Override
    DatabaseSettings fresh(Path folder) {
        return new DatabaseSettings.Embedded(folder.resolve("store"));
    }
}
