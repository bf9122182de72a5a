package jp.kiyome.quarantine.reprocess;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Map;
import jp.kiyome.quarantine.fixture.AllRows;
import jp.kiyome.quarantine.fixture.TestDatabase;

class EmbeddedReprocessTest extends ReprocessContract {

    @Override
    TestDatabase fresh(Path folder) {
        return new TestDatabase.Embedded(folder);
    }

    @Override
    Map<String, String> rows() throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("store").toAbsolutePath()
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";
        try (Connection connection = DriverManager.getConnection(url, "kiyome", "")) {
            return AllRows.of(connection, "public");
        }
    }

    @Override
    boolean exclusive() {
        return false;
    }
}
