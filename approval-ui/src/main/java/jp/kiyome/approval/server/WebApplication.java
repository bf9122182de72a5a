package jp.kiyome.approval.server;

import java.time.InstantSource;
import jp.kiyome.approval.access.AccessTable;
import jp.kiyome.approval.access.Attempts;
import jp.kiyome.approval.account.Accounts;
import jp.kiyome.approval.intake.TakeIn;
import jp.kiyome.approval.page.Pages;
import jp.kiyome.approval.release.Release;
import jp.kiyome.approval.request.Requests;
import jp.kiyome.approval.text.Texts;
import jp.kiyome.core.finding.FindingCatalogue;
import jp.kiyome.quarantine.store.Store;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** All that the pages need, put together by hand; Spring Boot brings the server, the templates and the chain of filters. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
@Import({Guarding.class, Pages.class})
class WebApplication {

    /** The store is whoever's who opened it. */
    @Bean(destroyMethod = "")
    Store store(Surroundings on) {
        return on.store();
    }

    @Bean
    InstantSource clock(Surroundings on) {
        return on.clock();
    }

    @Bean
    FindingCatalogue catalogue(Surroundings on) {
        return on.catalogue();
    }

    @Bean
    Texts messageSource() {
        return new Texts();
    }

    @Bean
    AccessTable accessTable() {
        return AccessTable.ours();
    }

    @Bean
    Accounts accounts(Surroundings on) {
        return new Accounts(on.store().ledger(), on.clock());
    }

    @Bean
    Attempts attempts(Surroundings on) {
        return new Attempts(on.settings().attempts(), on.clock());
    }

    @Bean
    Requests requests(Surroundings on) {
        return new Requests(on.store());
    }

    @Bean
    Release release(Surroundings on, Requests requests) {
        return new Release(on.store(), requests);
    }

    @Bean
    TakeIn.Settings takeInSettings(Surroundings on) {
        return new TakeIn.Settings(
                on.settings().largest(), on.settings().keep(), on.settings().scratch());
    }

    @Bean
    TakeIn takeIn(Surroundings on, TakeIn.Settings settings) {
        return new TakeIn(on.store(), on.works(), settings, on.clock());
    }
}
