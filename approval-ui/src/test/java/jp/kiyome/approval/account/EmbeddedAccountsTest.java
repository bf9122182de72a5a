package jp.kiyome.approval.account;

import jp.kiyome.quarantine.database.DatabaseSettings;

class EmbeddedAccountsTest extends AccountsContract {

    @Override
    DatabaseSettings fresh() {
        return new DatabaseSettings.Transient();
    }
}
