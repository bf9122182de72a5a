package jp.kiyome.mail.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.mail.address.DomainName;
import jp.kiyome.mail.address.Mailbox;
import jp.kiyome.mail.address.Network;
import jp.kiyome.mail.authentication.dkim.Signer;
import jp.kiyome.mail.authentication.dmarc.DmarcOutcome;
import jp.kiyome.mail.authentication.dmarc.DmarcPolicy;
import jp.kiyome.mail.authentication.dns.LocalDns;
import jp.kiyome.mail.authentication.results.Results;
import jp.kiyome.mail.authentication.results.Upstream;
import jp.kiyome.mail.authentication.spf.SpfOutcome;
import jp.kiyome.mail.authentication.spf.SpfResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuthenticationTest {

    private static final DomainName HERE = new DomainName("mx.city.example.jp");
    private static final Optional<InetAddress> CLIENT = Optional.of(InetAddress.ofLiteral("192.0.2.65"));
    private static final Optional<Mailbox> SENDER = Mailbox.read("taro@example.jp");
    private static final String HEADER = "From: Taro <taro@example.jp>\r\n";
    private static final String BODY = "Hi.\r\n";

    private LocalDns dns;

    @BeforeEach
    void start() throws IOException {
        dns = LocalDns.start();
    }

    @AfterEach
    void stop() throws IOException {
        dns.close();
    }

    private Authentication authentication(Duration deadline, Upstream... trusted) {
        AuthenticationSettings settings = new AuthenticationSettings(
                HERE, List.of(dns.address()), Duration.ofSeconds(30), deadline, List.of(trusted), Optional.empty());
        return Authentication.of(settings, () -> Instant.ofEpochSecond(1_700_000_000));
    }

    private Results check(String mail) {
        return authentication(Duration.ofMinutes(2)).check(CLIENT, "mail.example.jp", SENDER, content(mail));
    }

    private static Content content(String mail) {
        return HeapContent.of(mail.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aMailOfWhoItSaysPasses() throws IOException, GeneralSecurityException {
        Signer signer = Signer.rsa(2048);
        dns.text("example.jp", "v=spf1 ip4:192.0.2.64/27 -all").text("sel._domainkey.example.jp", signer.key());
        dns.text("_dmarc.example.jp", "v=DMARC1; p=reject");
        Results results = check(signer.sign("from", "from:Taro <taro@example.jp>\r\n", BODY) + HEADER + "\r\n" + BODY);
        assertThat(results.header(HERE)).isEqualToNormalizingNewlines("""
                        Authentication-Results: mx.city.example.jp;
                         spf=pass
                          smtp.mailfrom=example.jp;
                         dkim=pass
                          header.d=example.jp
                          header.s=sel
                          header.a=rsa-sha256;
                         dmarc=pass
                          policy.dmarc=reject
                          header.from=example.jp
                        """);
    }

    @Test
    void aMailOfSomebodyElseFails() throws IOException {
        dns.text("example.jp", "v=spf1 -all").text("_dmarc.example.jp", "v=DMARC1; p=reject");
        Results results = check(HEADER + "\r\n" + BODY);
        assertThat(results.spf().outcome()).isEqualTo(SpfOutcome.FAIL);
        assertThat(results.dkim()).isEmpty();
        assertThat(results.dmarc().outcome()).isEqualTo(DmarcOutcome.FAIL);
        assertThat(results.dmarc().policy()).isEqualTo(DmarcPolicy.REJECT);
    }

    @Test
    void twoFromsOrABrokenHeaderAreAPermanentError() throws IOException {
        dns.text("example.jp", "v=spf1 +all").text("_dmarc.example.jp", "v=DMARC1; p=reject");
        for (String mail : List.of(HEADER + HEADER + "\r\n", "From taro\r\n" + HEADER + "\r\n", "\r\n" + HEADER)) {
            assertThat(check(mail).dmarc().outcome()).isEqualTo(DmarcOutcome.PERMERROR);
            assertThat(check(mail).spf().outcome()).isEqualTo(SpfOutcome.PASS);
        }
    }

    @Test
    void theDeadlineHoldsForTheWholeMail() throws GeneralSecurityException {
        dns.silent("*");
        String signature = Signer.ed25519().sign("from", "from:Taro <taro@example.jp>\r\n", BODY);
        long start = System.nanoTime();
        Results results = authentication(Duration.ofMillis(300))
                .check(CLIENT, "mail.example.jp", SENDER, content(signature.repeat(8) + HEADER + "\r\n" + BODY));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        assertThat(results.spf().outcome()).isEqualTo(SpfOutcome.TEMPERROR);
        assertThat(results.dkim()).hasSize(8);
        assertThat(results.dmarc().outcome()).isEqualTo(DmarcOutcome.TEMPERROR);
    }

    @Test
    void aMailWithoutSenderIsOfTheHostThatGreets() throws IOException {
        dns.text("mail.example.jp", "v=spf1 -all");
        Authentication authentication = authentication(Duration.ofMinutes(2));
        Content mail = content(HEADER + "\r\n");
        assertThat(authentication
                        .check(CLIENT, "Mail.example.jp", Optional.empty(), mail)
                        .spf())
                .isEqualTo(new SpfResult(SpfOutcome.FAIL, SpfResult.Identity.HELO, "mail.example.jp"));
        assertThat(authentication
                        .check(CLIENT, "[192.0.2.65]", Optional.empty(), mail)
                        .spf())
                .isEqualTo(new SpfResult(SpfOutcome.NONE, SpfResult.Identity.HELO, ""));
        assertThat(authentication
                        .check(Optional.empty(), "mail.example.jp", Optional.empty(), mail)
                        .spf()
                        .outcome())
                .isEqualTo(SpfOutcome.NONE);
    }

    @Test
    void aTrustedServerIsBelievedAndNobodyElse() throws IOException {
        dns.text("example.jp", "v=spf1 -all").text("_dmarc.example.jp", "v=DMARC1; p=reject");
        DomainName edge = new DomainName("edge.example.net");
        String mail = "Authentication-Results: edge.example.net; spf=pass smtp.mailfrom=example.jp;\r\n"
                + " dmarc=pass header.from=example.jp\r\n" + HEADER + "\r\n";
        Upstream near = new Upstream(Network.read("192.0.2.65").orElseThrow(), edge);
        Upstream elsewhere = new Upstream(Network.read("192.0.2.66").orElseThrow(), edge);
        Results believed = authentication(Duration.ofMinutes(2), near).check(CLIENT, "x", SENDER, content(mail));
        assertThat(believed.dmarc().outcome()).isEqualTo(DmarcOutcome.PASS);
        assertThat(believed.upstream()).contains(edge);
        Results asked = authentication(Duration.ofMinutes(2), elsewhere).check(CLIENT, "x", SENDER, content(mail));
        assertThat(asked.dmarc().outcome()).isEqualTo(DmarcOutcome.FAIL);
        assertThat(asked.upstream()).isEmpty();
    }

    @Test
    void aTrustedServerThatSaysNothingIsNotTakenForTheSendersOwn() throws IOException {
        dns.text("example.jp", "v=spf1 -all").text("_dmarc.example.jp", "v=DMARC1; p=reject");
        Upstream near = new Upstream(Network.read("192.0.2.65").orElseThrow(), new DomainName("edge.example.net"));
        Results results =
                authentication(Duration.ofMinutes(2), near).check(CLIENT, "x", SENDER, content(HEADER + "\r\n"));
        assertThat(results.spf().outcome()).isEqualTo(SpfOutcome.NONE);
        assertThat(results.dmarc().outcome()).isEqualTo(DmarcOutcome.FAIL);
    }

    @Test
    void noTrustedServerMayHaveOurName() {
        Upstream same = new Upstream(Network.read("192.0.2.65").orElseThrow(), HERE);
        assertThatThrownBy(() -> authentication(Duration.ofMinutes(2), same))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
