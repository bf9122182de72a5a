package jp.kiyome.quarantine.crash;

import jp.kiyome.quarantine.store.StoreSettings;

class EmbeddedCrashTest extends CrashContract {

    @Override
    String url() {
        return "";
    }

    @Override
    StoreSettings settings() {
        return StoreSettings.in(folder);
    }
}
