package jp.kiyome.mail.authentication.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.mail.authentication.dns.Zone;
import jp.kiyome.mail.authentication.header.HeaderReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6376, RFC 8301, RFC 8463. */
class DkimCheckTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);
    private static final String HEADER = "From: Taro <taro@example.jp>\r\nSubject:  Hello\r\n\tworld \r\n";
    private static final String CANONICAL = "from:Taro <taro@example.jp>\r\nsubject:Hello world\r\n";
    private static final String BODY = "Hi.\r\n\r\nBye.\r\n";
    private static final String KEY = "sel._domainkey.example.jp";

    private static Signer rsa;

    private final Zone zone = new Zone();

    @BeforeAll
    static void key() throws GeneralSecurityException {
        rsa = Signer.rsa(2048);
    }

    private List<DkimResult> check(String mail) {
        HeapContent content = HeapContent.of(mail.getBytes(StandardCharsets.ISO_8859_1));
        return DkimCheck.check(content, HeaderReader.read(content).orElseThrow(), zone.lookups(), NOW);
    }

    private static String signed(Signer signer) throws GeneralSecurityException {
        return signer.sign("from:subject", CANONICAL, BODY) + HEADER + "\r\n" + BODY;
    }

    private DkimReason reason(String mail) {
        List<DkimResult> results = check(mail);
        assertThat(results).hasSize(1);
        return results.getFirst().reason();
    }

    @Test
    void aMailWithoutSignaturesHasNoResults() {
        assertThat(check(HEADER + "\r\n" + BODY)).isEmpty();
    }

    @Test
    void goodSignaturesPass() throws GeneralSecurityException {
        Signer ed25519 = Signer.ed25519();
        zone.txt(KEY, rsa.key()).txt("ed._domainkey.example.jp", ed25519.key());
        assertThat(check(rsa.sign("from:subject", CANONICAL, BODY) + signed(ed25519.with("s", "ed"))))
                .containsExactly(
                        new DkimResult(DkimOutcome.PASS, DkimReason.NONE, "example.jp", "sel", "rsa-sha256", false),
                        new DkimResult(DkimOutcome.PASS, DkimReason.NONE, "example.jp", "ed", "ed25519-sha256", false));
    }

    @Test
    void theExampleOfTheStandardPasses() {
        zone.txt(
                "brisbane._domainkey.football.example.com",
                "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=");
        // RFC 8463, appendix A.
        String mail = """
                DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed;
                 d=football.example.com; i=@football.example.com;
                 q=dns/txt; s=brisbane; t=1528637909; h=from : to :
                 subject : date : message-id : from : subject : date;
                 bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;
                 b=/gCrinpcQOoIfuHNQIbq4pgh9kyIK3AQUdt9OdqQehSwhEIug4D11Bus
                 Fa3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw==
                From: Joe SixPack <joe@football.example.com>
                To: Suzie Q <suzie@shopping.example.net>
                Subject: Is dinner ready?
                Date: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)
                Message-ID: <20030712040037.46341.5F8J@football.example.com>

                Hi.

                We lost the game.  Are you hungry yet?

                Joe.
                """;
        assertThat(check(mail.replace("\n", "\r\n")).getFirst().outcome()).isEqualTo(DkimOutcome.PASS);
        assertThat(reason(mail.replace("dinner", "Dinner").replace("\n", "\r\n")))
                .isEqualTo(DkimReason.SIGNATURE);
    }

    @Test
    void anyChangeBreaksTheSignature() throws GeneralSecurityException {
        zone.txt(KEY, rsa.key());
        String mail = signed(rsa);
        assertThat(reason(mail)).isEqualTo(DkimReason.NONE);
        assertThat(reason(mail.replace("Taro <", "Jiro <"))).isEqualTo(DkimReason.SIGNATURE);
        assertThat(reason(mail.replace("Bye.", "Pay."))).isEqualTo(DkimReason.BODY_HASH);
        assertThat(reason(mail + "more\r\n")).isEqualTo(DkimReason.BODY_HASH);
        assertThat(reason(mail.replace("h=from:subject", "h=from:subject:to"))).isEqualTo(DkimReason.SIGNATURE);
        assertThat(reason(mail + "\r\n\r\n")).isEqualTo(DkimReason.NONE);
        assertThat(reason(mail.replace("Hello\r\n\t", "Hello "))).isEqualTo(DkimReason.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "l, 5, PART_OF_BODY, POLICY",
        "x, 1699999999, EXPIRED, FAIL",
        "t, 1700100000, SIGNED_IN_FUTURE, POLICY",
        "a, rsa-sha1, ALGORITHM, POLICY",
        "v, 2, UNKNOWN_VERSION, NEUTRAL",
        "h, subject, FROM_NOT_SIGNED, PERMERROR",
        "i, @other.example, IDENTITY, PERMERROR",
        "i, @notexample.jp, IDENTITY, PERMERROR",
        "c, loose, SYNTAX, NEUTRAL",
        "d, -, SYNTAX, NEUTRAL",
        "s, a b;c, SYNTAX, NEUTRAL",
        "x, soon, SYNTAX, NEUTRAL",
        "q, http, SYNTAX, NEUTRAL",
        "bh, ???, SYNTAX, NEUTRAL",
        "s, other, NO_KEY, PERMERROR",
        "d, broken.example, DNS, TEMPERROR",
        "h, '', NONE, PASS",
        "i, x@sub.example.jp, NONE, PASS",
        "x, 1700000001, NONE, PASS",
        "v, '', UNKNOWN_VERSION, NEUTRAL"
    })
    void tagsDecide(String tag, String value, DkimReason reason, DkimOutcome outcome) throws GeneralSecurityException {
        zone.txt(KEY, rsa.key()).trouble("sel._domainkey.broken.example");
        DkimResult result = check(signed(rsa.with(tag, value))).getFirst();
        assertThat(result.reason()).isEqualTo(reason);
        assertThat(result.outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "v=DKIM1; p=, KEY_REVOKED", "v=DKIM2; p=@, KEY_SYNTAX", "p=@; v=DKIM1, KEY_SYNTAX", "v=DKIM1, KEY_SYNTAX",
        "v=DKIM1; p=!!, KEY_SYNTAX", "v=DKIM1; p=AAAA, KEY_SYNTAX", "p=@; p=@, KEY_SYNTAX",
                "k=ed25519; p=@, KEY_FOR_OTHERS",
        "h=sha1; p=@, KEY_FOR_OTHERS", "s=tlsrpt; p=@, KEY_FOR_OTHERS", "s=email; h=sha1:sha256; p=@, NONE",
                "p=@, NONE",
        "t=y; p=@, NONE", "t=s; p=@, NONE"
    })
    void keysDecide(String record, DkimReason reason) throws GeneralSecurityException {
        String key = rsa.key().replaceAll(".*p=", "");
        zone.txt(KEY, record.replace("@", key));
        DkimResult result = check(signed(rsa)).getFirst();
        assertThat(result.reason()).isEqualTo(reason);
        assertThat(result.testing()).isEqualTo(record.startsWith("t=y"));
    }

    @Test
    void aKeyForTheDomainItselfDoesNotSignBelowIt() throws GeneralSecurityException {
        zone.txt(KEY, rsa.key() + "; t=s");
        assertThat(reason(signed(rsa.with("i", "@sub.example.jp")))).isEqualTo(DkimReason.IDENTITY);
        assertThat(reason(signed(rsa.with("i", "a@example.jp")))).isEqualTo(DkimReason.NONE);
    }

    @Test
    void shortKeysAndTwoKeysAreNotTaken() throws GeneralSecurityException {
        Signer weak = Signer.rsa(768);
        zone.txt(KEY, weak.key()).txt("two._domainkey.example.jp", rsa.key(), rsa.key());
        assertThat(reason(signed(weak))).isEqualTo(DkimReason.KEY_SHORT);
        assertThat(reason(signed(rsa.with("s", "two")))).isEqualTo(DkimReason.KEY_SYNTAX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"From: Boss <boss@example.jp>\r\n", "subject: other\r\n"})
    void aFieldAddedBesideASignedOneIsNoticed(String added) throws GeneralSecurityException {
        zone.txt(KEY, rsa.key());
        assertThat(reason(added + signed(rsa))).isEqualTo(DkimReason.ADDED_HEADER);
        String oversigned = rsa.sign("from:from:subject:subject", CANONICAL, BODY) + HEADER + "\r\n" + BODY;
        assertThat(reason(oversigned)).isEqualTo(DkimReason.NONE);
        assertThat(reason(added + oversigned)).isEqualTo(DkimReason.SIGNATURE);
    }

    @Test
    void signaturesAreCounted() throws GeneralSecurityException {
        zone.txt(KEY, rsa.key());
        String one = rsa.sign("from:subject", CANONICAL, BODY);
        List<DkimResult> results = check(one.repeat(50) + HEADER + "\r\n" + BODY);
        assertThat(results).hasSize(9);
        assertThat(results.getLast().reason()).isEqualTo(DkimReason.TOO_MANY);
    }

    @Test
    void simpleHeadersAreTakenAsTheyStand() throws GeneralSecurityException {
        zone.txt(KEY, rsa.key());
        Signer simple = rsa.with("c", "simple/relaxed");
        String raw = "Subject:  Hello\r\n\tworld \r\nFrom: Taro <taro@example.jp>\r\n";
        String mail = simple.sign("subject:from", raw, "Hi there.\r\n") + HEADER + "\r\nHi  there.\t\r\n\r\n";
        assertThat(reason(mail)).isEqualTo(DkimReason.NONE);
        assertThat(reason(mail.replace("Subject:", "SUBJECT:"))).isEqualTo(DkimReason.SIGNATURE);
        assertThat(reason(mail.replace("Hello\r\n\t", "Hello "))).isEqualTo(DkimReason.SIGNATURE);
    }
}
