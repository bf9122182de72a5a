package jp.kiyome.mail.authentication.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.mail.address.DomainName;
import jp.kiyome.mail.address.Network;
import jp.kiyome.mail.authentication.dkim.DkimOutcome;
import jp.kiyome.mail.authentication.dkim.DkimReason;
import jp.kiyome.mail.authentication.dkim.DkimResult;
import jp.kiyome.mail.authentication.dmarc.DmarcOutcome;
import jp.kiyome.mail.authentication.dmarc.DmarcPolicy;
import jp.kiyome.mail.authentication.dmarc.DmarcResult;
import jp.kiyome.mail.authentication.header.HeaderReader;
import jp.kiyome.mail.authentication.header.MailHeader;
import jp.kiyome.mail.authentication.spf.SpfOutcome;
import jp.kiyome.mail.authentication.spf.SpfResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 8601. */
class ResultsTest {

    private static final DomainName HERE = new DomainName("mx.example.jp");
    private static final Upstream UPSTREAM =
            new Upstream(Network.read("192.0.2.0/24").orElseThrow(), new DomainName("edge.example.jp"));

    private static Results results(String spfDomain, String dkimDomain, String selector) {
        return new Results(
                new SpfResult(SpfOutcome.FAIL, SpfResult.Identity.MAILFROM, spfDomain),
                List.of(new DkimResult(
                        DkimOutcome.FAIL, DkimReason.BODY_HASH, dkimDomain, selector, "rsa-sha256", false)),
                new DmarcResult(DmarcOutcome.FAIL, "example.jp", DmarcPolicy.REJECT, 20),
                Optional.empty());
    }

    private static MailHeader header(String text) {
        return HeaderReader.read(HeapContent.of((text + "\r\n").getBytes(StandardCharsets.UTF_8)))
                .orElseThrow();
    }

    @Test
    void theFieldSaysEverything() {
        assertThat(results("a.example", "b.example", "sel").header(HERE)).isEqualTo("""
                        Authentication-Results: mx.example.jp;
                         spf=fail
                          smtp.mailfrom=a.example;
                         dkim=fail reason="body-hash"
                          header.d=b.example
                          header.s=sel
                          header.a=rsa-sha256;
                         dmarc=fail (pct=20)
                          policy.dmarc=reject
                          header.from=example.jp
                        """.replace("\n", "\r\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x; dmarc=pass",
                "x\r\nSubject: injected",
                "x\r\n\r\nbody",
                "\" dmarc=pass \"",
                "\\\"; spf=pass",
                "x (comment",
                "x\0y",
                "日本",
                "\u0085x",
                "a b",
                "=?utf-8?q?x?="
            })
    void nothingHostileLeavesItsPlace(String hostile) {
        String field = results(hostile, hostile.repeat(200), hostile).header(HERE);
        assertThat(field).matches("(?s)([\\x20-\\x7e]{1,400}\r\n)+").doesNotContain("\r\n\r\n");
        MailHeader header = header(field);
        assertThat(header.fields()).hasSize(1);
        Upstream self = new Upstream(UPSTREAM.network(), HERE);
        Results read = UpstreamResults.read(header, self).orElseThrow();
        assertThat(read.spf().outcome()).isEqualTo(SpfOutcome.FAIL);
        assertThat(read.dkim()).hasSize(1).allMatch(one -> one.outcome() == DkimOutcome.FAIL);
        assertThat(read.dmarc().outcome()).isEqualTo(DmarcOutcome.FAIL);
    }

    @Test
    void whatIsWrittenHereIsReadThere() {
        Results written = results("a.example", "b.example", "sel");
        Results read = UpstreamResults.read(header(written.header(HERE)), new Upstream(UPSTREAM.network(), HERE))
                .orElseThrow();
        assertThat(read.spf()).isEqualTo(written.spf());
        assertThat(read.dkim().getFirst().domain()).isEqualTo("b.example");
        assertThat(read.dmarc().policy()).isEqualTo(DmarcPolicy.REJECT);
        assertThat(read.upstream()).contains(HERE);
    }

    @Test
    void resultsOfOthersAreReadAsTheyWriteThem() {
        MailHeader header = header("""
                Authentication-Results: edge.example.jp (a; (b) spf=fail) 1;
                  DKIM=Pass (1024-bit key; unprotected) header.d=b.example header.i=@b.example header.b="AbC/d==";
                  dkim/1=neutral reason="half \\"good\\"" header.i=x@c.example
                Authentication-Results: EDGE.example.jp; spf=pass smtp.helo=h.example;
                  spf=softfail smtp.mailfrom="user@a.example"; iprev=pass policy.iprev=192.0.2.9; dmarc=bestguesspass
                Received: from somewhere
                Received: from far
                Authentication-Results: edge.example.jp; dkim=pass header.d=forged.example
                """.replace("\n", "\r\n"));
        Results read = UpstreamResults.read(header, UPSTREAM).orElseThrow();
        assertThat(read.spf()).isEqualTo(new SpfResult(SpfOutcome.SOFTFAIL, SpfResult.Identity.MAILFROM, "a.example"));
        assertThat(read.dkim()).extracting(DkimResult::domain).containsExactly("b.example", "c.example");
        assertThat(read.isSignedBy(new DomainName("b.example"))).isTrue();
        assertThat(read.isSignedBy(new DomainName("c.example"))).isFalse();
        assertThat(read.dmarc().outcome()).isEqualTo(DmarcOutcome.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "edge.example.jp spf=pass",
                "edge.example.jp; spf",
                "edge.example.jp; spf=",
                "edge.example.jp; spf=pass (open",
                "edge.example.jp; spf=\"open",
                "edge.example.jp; =pass",
                "edge.example.jp 2; spf=pass",
                "other.example; spf=pass",
                "edge.example.jp; spf=pass; ; (x)) dkim=pass",
                "edge.example.jp.; spf=pass"
            })
    void whatIsNotReadableIsNotBelieved(String value) {
        assertThat(UpstreamResults.read(header("Authentication-Results: " + value + "\r\n"), UPSTREAM))
                .isEmpty();
    }
}
