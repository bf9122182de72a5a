package jp.kiyome.quarantine.crash;

import java.nio.file.Path;
import jp.kiyome.quarantine.store.StoreSettings;

class EmbeddedCrashTest extends CrashContract {

    @Override
    Fresh fresh(Path folder) {
        return new Fresh("", StoreSettings.in(folder));
    }
}
