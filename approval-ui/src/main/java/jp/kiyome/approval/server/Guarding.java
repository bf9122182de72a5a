package jp.kiyome.approval.server;

import jakarta.servlet.DispatcherType;
import jp.kiyome.approval.access.AccessTable;
import jp.kiyome.approval.access.Door;
import jp.kiyome.approval.access.Sessions;
import jp.kiyome.approval.account.Accounts;
import jp.kiyome.approval.job.Jobs;
import jp.kiyome.approval.request.Requests;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;

/** The chain that every request goes through: the door first, then the token of forms; nothing passes that the door has not admitted. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class Guarding {

    /** Nothing but our own style sheets and our one script, none in a page: no frames, forms to us alone. */
    static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'; report-uri /policy-reports; report-to policy";

    /** What a browser sends by itself, without a form: counted and no more. */
    private static final String REPORTS = "/policy-reports";

    @Bean
    SecurityContextRepository contexts() {
        return new HttpSessionSecurityContextRepository();
    }

    @Bean
    Door door(AccessTable table, Accounts accounts, Requests requests, Jobs jobs, Sessions sessions, Surroundings on) {
        return new Door(
                table,
                accounts,
                on.store().items(),
                requests,
                jobs,
                on.settings().reach().sides(),
                sessions);
    }

    /** The door stands in the chain, and nowhere else. */
    @Bean
    FilterRegistrationBean<Door> doorStandsInTheChain(Door door) {
        FilterRegistrationBean<Door> registration = new FilterRegistrationBean<>(door);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    SecurityFilterChain chain(HttpSecurity http, Door door, SecurityContextRepository contexts, Surroundings on) {
        return http.securityContext(context -> context.securityContextRepository(contexts))
                // Behind the headers: what the door refuses has them too.
                .addFilterAfter(door, HeaderWriterFilter.class)
                .addFilterAfter(new FormBound(on.settings().largestForm()), Door.class)
                .authorizeHttpRequests(all -> all.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .anyRequest()
                        .access((who, what) -> new AuthorizationDecision(Door.admitted(what.getRequest()))))
                .csrf(tokens -> tokens.ignoringRequestMatchers(
                        request -> request.getRequestURI().equals(REPORTS)))
                .headers(Guarding::headers)
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .addHeaderWriter(new StaticHeadersWriter("Reporting-Endpoints", "policy=\"" + REPORTS + "\""))
                .permissionsPolicyHeader(policy -> policy.policy("camera=(), geolocation=(), microphone=()"));
    }
}
