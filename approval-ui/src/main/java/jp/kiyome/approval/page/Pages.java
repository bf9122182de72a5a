package jp.kiyome.approval.page;

import java.time.InstantSource;
import jp.kiyome.approval.access.AccessTable;
import jp.kiyome.approval.access.Attempts;
import jp.kiyome.approval.access.Menu;
import jp.kiyome.approval.access.Proxies;
import jp.kiyome.approval.access.Sessions;
import jp.kiyome.approval.access.Sides;
import jp.kiyome.approval.account.Accounts;
import jp.kiyome.approval.deputy.Deputies;
import jp.kiyome.approval.figures.Figures;
import jp.kiyome.approval.figures.Standing;
import jp.kiyome.approval.intake.TakeIn;
import jp.kiyome.approval.job.Jobs;
import jp.kiyome.approval.picture.Gallery;
import jp.kiyome.approval.policy.PolicyDesk;
import jp.kiyome.approval.release.Custody;
import jp.kiyome.approval.release.Release;
import jp.kiyome.approval.request.Requests;
import jp.kiyome.approval.search.SavedSearches;
import jp.kiyome.approval.signin.ProviderSignIn;
import jp.kiyome.approval.signin.SigningIn;
import jp.kiyome.approval.text.Texts;
import jp.kiyome.core.finding.FindingCatalogue;
import jp.kiyome.quarantine.store.Store;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.context.SecurityContextRepository;

/** Every page there is, made here and found nowhere else. */
@Configuration(proxyBeanMethods = false)
public class Pages {

    /** Reports of one address in a minute; a page that goes wrong sends some at once. */
    private static final int REPORTS = 60;

    @Bean
    Views views(FindingCatalogue catalogue, Texts texts, Store store) {
        return new Views(catalogue, texts, store.trail());
    }

    @Bean
    Lists lists(Store store, Views views) {
        return new Lists(store.items(), views);
    }

    @Bean
    Givens givens(Store store, Requests requests, Jobs jobs) {
        return new Givens(requests, store.items(), jobs);
    }

    @Bean
    LanguageCookie localeResolver() {
        return new LanguageCookie();
    }

    @Bean
    Around around(AccessTable table, Sides sides) {
        return new Around(new Menu(table, sides));
    }

    @Bean
    ErrorPages errorPages() {
        return new ErrorPages();
    }

    @Bean
    Assets assets() {
        return new Assets();
    }

    @Bean
    HomePage homePage(Requests requests, AccessTable table) {
        return new HomePage(requests, table);
    }

    @Bean
    Entering entering(SecurityContextRepository contexts, Sessions sessions, InstantSource clock) {
        return new Entering(contexts, sessions, clock);
    }

    @Bean
    SignInPages signInPages(
            Accounts accounts,
            SigningIn signingIn,
            Store store,
            Entering entering,
            AccessTable table,
            Attempts attempts,
            Proxies proxies,
            ProviderSignIn providers) {
        return new SignInPages(
                accounts, signingIn, store.organisations(), entering, table, attempts, proxies, providers);
    }

    @Bean
    OpenIdPages openIdPages(
            ProviderSignIn providers,
            Store store,
            SignInPages signIn,
            Entering entering,
            Attempts attempts,
            Proxies proxies,
            OpenIdPages.CookieRule cookies) {
        return new OpenIdPages(providers, store.organisations(), signIn, entering, attempts, proxies, cookies);
    }

    @Bean
    AccountPages accountPages(Accounts accounts, Sessions sessions, Entering entering) {
        return new AccountPages(accounts, sessions, entering);
    }

    @Bean
    PolicyReports policyReports(InstantSource clock, Proxies proxies) {
        return new PolicyReports(new Attempts(REPORTS, clock), proxies);
    }

    @Bean
    FilePages filePages(TakeIn takeIn, Lists lists, TakeIn.Settings settings) {
        return new FilePages(takeIn, lists, settings.largest());
    }

    @Bean
    ItemPages itemPages(Requests requests, Release release, TakeIn takeIn, Lists lists, Views views) {
        return new ItemPages(requests, release, takeIn, lists, views);
    }

    @Bean
    ChainViews chainViews(Requests requests, Texts texts) {
        return new ChainViews(requests, texts);
    }

    @Bean
    RequestPages requestPages(Store store, Requests requests, Release release, Views views, ChainViews chains) {
        return new RequestPages(requests, store.items(), release, views, chains);
    }

    @Bean
    PictureViews pictureViews(Gallery gallery, Texts texts) {
        return new PictureViews(gallery, texts);
    }

    @Bean
    PicturePages picturePages(Gallery gallery, PictureViews views) {
        return new PicturePages(gallery, views);
    }

    @Bean
    ApprovalPages approvalPages(
            Store store,
            Requests requests,
            Views views,
            ChainViews chains,
            PictureViews pictures,
            InstantSource clock) {
        return new ApprovalPages(requests, store.items(), views, chains, pictures, clock);
    }

    @Bean
    DeputyPages deputyPages(Deputies deputies) {
        return new DeputyPages(deputies);
    }

    @Bean
    HeldPages heldPages(Store store, Lists lists, Views views, PictureViews pictures) {
        return new HeldPages(new Custody(store), new SavedSearches(store.ledger()), lists, views, pictures);
    }

    @Bean
    ReportPages reportPages(Store store, Views views, InstantSource clock) {
        return new ReportPages(new Figures(store.ledger()), views, clock);
    }

    @Bean
    TrailPages trailPages(Store store) {
        return new TrailPages(store.trail());
    }

    @Bean
    JobViews jobViews(Jobs jobs, Store store, Views views, Texts texts) {
        return new JobViews(jobs, store.items(), views, texts);
    }

    @Bean
    JobPages jobPages(Jobs jobs, JobViews views) {
        return new JobPages(jobs, views);
    }

    @Bean
    PolicyPages policyPages(PolicyDesk desk, Jobs jobs, JobViews views, Texts texts) {
        return new PolicyPages(desk, jobs, views, texts);
    }

    @Bean
    TrialPages trialPages(Jobs jobs, JobViews views, PolicyPages policies, InstantSource clock) {
        return new TrialPages(jobs, views, policies, clock);
    }

    @Bean
    StatePages statePages(Store store, Texts texts, InstantSource clock) {
        return new StatePages(store.heartbeats(), new Standing(store.ledger()), texts, clock);
    }

    @Bean
    OversightPages oversightPages(Accounts accounts) {
        return new OversightPages(accounts);
    }
}
