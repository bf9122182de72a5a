package jp.kiyome.approval.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import jp.kiyome.approval.fixture.PostgresServer;
import jp.kiyome.approval.fixture.Site;
import jp.kiyome.quarantine.database.DatabaseSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf("jp.kiyome.approval.fixture.PostgresServer#installed")
class PostgresJobsTest extends JobsContract {

    private Optional<DatabaseSettings.PostgreSql> database = Optional.empty();

    @Override
    DatabaseSettings fresh() throws Exception {
        DatabaseSettings.PostgreSql fresh = PostgresServer.running().freshDatabase();
        database = Optional.of(fresh);
        return fresh;
    }

    /** Two processes of one store; here two that share nothing but the server. */
    @Test
    void anotherProcessSeesThatOneIsAtWorkAndBeginsNone() throws Exception {
        site.file(officer, "a.txt", "blocked");
        site.sanitizer.policy("policy-2");
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        site.sanitizer.before(() -> {
            begun.countDown();
            try {
                go.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        JobId id = site.jobs.start(officer, Site.dryRun()).orElseThrow();
        begun.await();
        try (Jobs other = new Jobs(site.store, site.policies, site.now::get, 1)) {
            assertThat(other.start(officer, Site.dryRun())).isEmpty();
            assertThat(other.all(officer, Order.Kind.REPROCESS))
                    .extracting(Job::state)
                    .containsExactly(JobState.RUNNING);
        }
        go.countDown();
        site.jobs.await(Site.CITY);
        assertThat(site.jobs.find(Site.CITY, id).orElseThrow().state()).isEqualTo(JobState.DONE);
    }

    /** Whatever statement the program could be brought to send. */
    @Test
    void theServerItselfShowsNoOtherOrganisationsJobs() throws Exception {
        site.file(officer, "a.txt", "changing");
        site.job(officer, Site.dryRun(), JobState.DONE);
        DatabaseSettings.PostgreSql last = database.orElseThrow();
        for (DatabaseSettings.Login login : List.of(last.owner(), last.application())) {
            try (Connection connection = DriverManager.getConnection(last.url(), login.user(), login.password());
                    Statement statement = connection.createStatement()) {
                statement.execute("set kiyome.organisation = 'aoba-town'");
                for (String table : List.of("job", "job_count", "job_line", "policy_version", "heartbeat")) {
                    try (ResultSet row = statement.executeQuery("select count(*) from " + table)) {
                        row.next();
                        assertThat(row.getLong(1)).as(table).isZero();
                    }
                }
            }
        }
    }
}
