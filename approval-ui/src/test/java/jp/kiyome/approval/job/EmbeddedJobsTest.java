package jp.kiyome.approval.job;

import jp.kiyome.quarantine.database.DatabaseSettings;

class EmbeddedJobsTest extends JobsContract {

    @Override
    DatabaseSettings fresh() {
        return new DatabaseSettings.Embedded(folder.resolve("tables"));
    }
}
