package jp.kiyome.mail.authentication;

import java.net.InetAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import jp.kiyome.core.content.Content;
import jp.kiyome.mail.address.DomainName;
import jp.kiyome.mail.address.Mailbox;
import jp.kiyome.mail.authentication.dkim.DkimCheck;
import jp.kiyome.mail.authentication.dkim.DkimResult;
import jp.kiyome.mail.authentication.dmarc.DmarcCheck;
import jp.kiyome.mail.authentication.dmarc.PublicSuffixes;
import jp.kiyome.mail.authentication.dns.Cache;
import jp.kiyome.mail.authentication.dns.Deadline;
import jp.kiyome.mail.authentication.dns.DnsResolver;
import jp.kiyome.mail.authentication.dns.Lookups;
import jp.kiyome.mail.authentication.dns.Resolver;
import jp.kiyome.mail.authentication.header.FromDomain;
import jp.kiyome.mail.authentication.header.HeaderReader;
import jp.kiyome.mail.authentication.header.MailHeader;
import jp.kiyome.mail.authentication.results.Results;
import jp.kiyome.mail.authentication.results.Upstream;
import jp.kiyome.mail.authentication.results.UpstreamResults;
import jp.kiyome.mail.authentication.spf.SpfCheck;
import jp.kiyome.mail.authentication.spf.SpfOutcome;
import jp.kiyome.mail.authentication.spf.SpfResult;

/**
 * Finds out who mails are from: SPF, DKIM and DMARC, on the untouched bytes, before one deadline. Results of trusted servers before
 * this one are taken as they are. Of the mail only the header is read; the body is hashed. Threads share it.
 */
public final class Authentication {

    /** A worst record of SPF asks about 120. */
    private static final int MOST_QUESTIONS = 200;
    /** Characters of answers that are remembered. */
    private static final long CACHE = 16L << 20;

    private final AuthenticationSettings settings;
    private final Resolver resolver;
    private final PublicSuffixes suffixes;
    private final InstantSource clock;

    Authentication(AuthenticationSettings settings, Resolver resolver, InstantSource clock) {
        this.settings = settings;
        this.resolver = resolver;
        this.clock = clock;
        this.suffixes = settings.suffixes().map(PublicSuffixes::read).orElseGet(PublicSuffixes::bundled);
    }

    /** Asks the servers of the settings. Throws where the settings name a list of suffixes that cannot be read. */
    public static Authentication of(AuthenticationSettings settings, InstantSource clock) {
        Resolver servers = new DnsResolver(settings.servers(), settings.patience());
        return new Authentication(settings, new Cache(servers, clock, CACHE), clock);
    }

    /**
     * The results for one mail. Never throws for what stands in it or in any zone; a header that cannot be read is a permanent error of
     * DMARC.
     *
     * @param client empty where nobody knows whose mail it is
     * @param sender empty for the null sender
     */
    public Results check(Optional<InetAddress> client, String helo, Optional<Mailbox> sender, Content mail) {
        Optional<MailHeader> header = HeaderReader.read(mail);
        Optional<Upstream> upstream =
                settings.trusted().stream().filter(one -> one.is(client)).findFirst();
        Optional<Results> told = header.flatMap(read -> upstream.flatMap(one -> UpstreamResults.read(read, one)));
        if (told.isPresent()) {
            return told.get();
        }
        Lookups lookups = new Lookups(resolver, Deadline.in(settings.deadline()), MOST_QUESTIONS);
        // A trusted server that wrote nothing is still not the client that its sender's domain knows.
        SpfResult spf = spf(upstream.isPresent() ? Optional.empty() : client, helo, sender, lookups);
        List<DkimResult> dkim = header.map(read -> DkimCheck.check(mail, read, lookups, clock.instant()))
                .orElse(List.of());
        return new Results(
                spf,
                dkim,
                new DmarcCheck(suffixes, lookups).check(header.flatMap(FromDomain::of), spf, dkim),
                Optional.empty());
    }

    private static SpfResult spf(Optional<InetAddress> client, String helo, Optional<Mailbox> sender, Lookups lookups) {
        SpfResult.Identity identity = sender.isPresent() ? SpfResult.Identity.MAILFROM : SpfResult.Identity.HELO;
        Optional<DomainName> domain = sender.map(Mailbox::domain).or(() -> DomainName.read(helo));
        if (client.isEmpty() || domain.isEmpty()) {
            return new SpfResult(
                    SpfOutcome.NONE, identity, domain.map(DomainName::name).orElse(""));
        }
        String local = sender.map(Mailbox::local).orElse("postmaster");
        SpfOutcome outcome =
                SpfCheck.check(lookups, client.get(), helo, local, domain.get().name());
        return new SpfResult(outcome, identity, domain.get().name());
    }

    /** The field to be put before all others. */
    public String header(Results results) {
        return results.header(settings.authservId());
    }
}
