package jp.kiyome.approval.request;

import jp.kiyome.quarantine.database.DatabaseSettings;

class EmbeddedChainsTest extends ChainsContract {

    @Override
    DatabaseSettings fresh() {
        return new DatabaseSettings.Transient();
    }
}
