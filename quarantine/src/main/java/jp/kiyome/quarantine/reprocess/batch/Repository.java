package jp.kiyome.quarantine.reprocess.batch;

import jp.kiyome.quarantine.database.Database;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.Isolation;

/** The job repository in the tables that Flyway made. */
final class Repository {

    private Repository() {}

    static JobRepository of(Database database) {
        JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean();
        factory.setDataSource(database.ofJobs());
        factory.setTransactionManager(new JdbcTransactionManager(database.ofJobs()));
        factory.setSerializer(new PlainContext());
        // Nobody else makes an execution of the same run: see Database.hold.
        factory.setIsolationLevelForCreateEnum(Isolation.READ_COMMITTED);
        try {
            factory.afterPropertiesSet();
            return factory.getObject();
        } catch (Exception e) {
            throw new IllegalStateException("the job repository cannot be used", e);
        }
    }
}
