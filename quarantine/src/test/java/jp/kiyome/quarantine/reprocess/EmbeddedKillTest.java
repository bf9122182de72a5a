package jp.kiyome.quarantine.reprocess;

import java.nio.file.Path;
import jp.kiyome.quarantine.store.StoreSettings;

class EmbeddedKillTest extends KillContract {

    @Override
    String freshUrl() {
        return "";
    }

    @Override
    StoreSettings settings(Path place, String url) {
        return StoreSettings.in(place);
    }
}
