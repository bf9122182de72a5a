package jp.kiyome.approval.request;

import jp.kiyome.quarantine.database.DatabaseSettings;

class EmbeddedDeputiesTest extends DeputiesContract {

    @Override
    DatabaseSettings fresh() {
        return new DatabaseSettings.Transient();
    }
}
