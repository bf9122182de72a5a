package jp.kiyome.approval.server;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import jp.kiyome.approval.access.AccessTable;
import jp.kiyome.approval.access.Attempts;
import jp.kiyome.approval.access.Proxies;
import jp.kiyome.approval.access.Sessions;
import jp.kiyome.approval.access.Side;
import jp.kiyome.approval.access.Sides;
import jp.kiyome.approval.account.Accounts;
import jp.kiyome.approval.account.OutsideAccounts;
import jp.kiyome.approval.deputy.Deputies;
import jp.kiyome.approval.deputy.Herald;
import jp.kiyome.approval.directory.LdapDirectory;
import jp.kiyome.approval.intake.TakeIn;
import jp.kiyome.approval.job.Jobs;
import jp.kiyome.approval.notice.DeputyLetters;
import jp.kiyome.approval.notice.Links;
import jp.kiyome.approval.notice.Notices;
import jp.kiyome.approval.openid.OpenIdProvider;
import jp.kiyome.approval.page.OpenIdPages;
import jp.kiyome.approval.page.Pages;
import jp.kiyome.approval.picture.Framing;
import jp.kiyome.approval.picture.Gallery;
import jp.kiyome.approval.policy.PolicyDesk;
import jp.kiyome.approval.policy.PolicyVersions;
import jp.kiyome.approval.release.Release;
import jp.kiyome.approval.request.Deadlines;
import jp.kiyome.approval.request.Messenger;
import jp.kiyome.approval.request.Requests;
import jp.kiyome.approval.signin.ProviderSignIn;
import jp.kiyome.approval.signin.SigningIn;
import jp.kiyome.approval.text.Texts;
import jp.kiyome.core.finding.FindingCatalogue;
import jp.kiyome.quarantine.item.Organisation;
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
        return new Accounts(on.store(), on.clock());
    }

    @Bean
    Sessions sessions(Surroundings on) {
        return new Sessions(on.settings().sessions(), on.store().ledger(), on.clock());
    }

    @Bean
    Sides sides(Surroundings on) {
        return on.settings().reach().sides();
    }

    @Bean
    Proxies proxies(Surroundings on) {
        return on.settings().reach().proxies();
    }

    @Bean
    Doors doors(Surroundings on) {
        return new Doors(on.settings());
    }

    @Bean
    OutsideAccounts outsideAccounts(Surroundings on) {
        return new OutsideAccounts(on.store().ledger());
    }

    @Bean
    SigningIn signingIn(Surroundings on, Accounts accounts, OutsideAccounts outside) throws GeneralSecurityException {
        Map<Organisation, LdapDirectory> directories = new HashMap<>();
        for (var one : on.settings().organisations().directories().entrySet()) {
            directories.put(one.getKey(), new LdapDirectory(one.getKey(), one.getValue()));
        }
        return new SigningIn(accounts, outside, directories, on.clock());
    }

    @Bean
    ProviderSignIn providerSignIn(Surroundings on, OutsideAccounts outside) {
        Map<Organisation, OpenIdProvider> providers = new HashMap<>();
        on.settings()
                .organisations()
                .providers()
                .forEach((one, settings) -> providers.put(one, new OpenIdProvider(one, settings, on.clock())));
        return new ProviderSignIn(outside, providers, origins(on));
    }

    private static Map<Side, URI> origins(Surroundings on) {
        Map<Side, URI> origins = new EnumMap<>(Side.class);
        on.settings().reach().doors().forEach(door -> door.origin()
                .ifPresent(origin -> origins.put(door.side(), origin)));
        return origins;
    }

    @Bean
    OpenIdPages.CookieRule cookieRule(Surroundings on) {
        return new OpenIdPages.CookieRule(on.settings().reach().secure());
    }

    @Bean
    Attempts attempts(Surroundings on) {
        return new Attempts(on.settings().attempts(), on.clock());
    }

    @Bean
    Messenger messenger(Surroundings on) {
        Links links = new Links(origins(on), on.settings().reach().sides());
        return new Notices(
                on.store().outbox(),
                organisation -> on.settings().office(organisation).mail(),
                links);
    }

    @Bean
    Requests requests(Surroundings on, Messenger messenger) {
        return new Requests(
                on.store(), organisation -> on.settings().office(organisation).rules(), messenger, on.clock());
    }

    @Bean
    Deadlines deadlines(Surroundings on, Messenger messenger) {
        return new Deadlines(on.store(), messenger, on.clock());
    }

    @Bean
    Rounds rounds(Surroundings on, Deadlines deadlines) {
        return new Rounds(on.store().organisations(), deadlines);
    }

    @Bean
    Deputies deputies(Surroundings on) {
        Herald herald = new DeputyLetters(
                on.store().outbox(),
                organisation -> on.settings().office(organisation).mail(),
                new Links(origins(on), on.settings().reach().sides()));
        return new Deputies(on.store().ledger(), herald, on.clock());
    }

    @Bean
    Release release(Surroundings on, Requests requests) {
        return new Release(on.store(), requests);
    }

    /** Stops with the server: what is under way is done, and the rest another time. */
    @Bean(destroyMethod = "close")
    Jobs jobs(Surroundings on) {
        int half = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        return new Jobs(on.store(), on.treatments(), on.clock(), half);
    }

    @Bean
    PolicyDesk policyDesk(Surroundings on) {
        return new PolicyDesk(on.policies(), new PolicyVersions(on.store().ledger()));
    }

    @Bean
    TakeIn.Settings takeInSettings(Surroundings on) {
        return on.settings().files();
    }

    @Bean(destroyMethod = "close")
    Gallery gallery(Surroundings on, TakeIn.Settings settings) {
        Framing framing = new Framing(on.works(), settings.scratch());
        return new Gallery(on.store(), framing, on.settings().drawing(), on.clock());
    }

    @Bean
    TakeIn takeIn(Surroundings on, TakeIn.Settings settings) {
        return new TakeIn(on.store(), on.works(), settings, on.clock());
    }
}
