package jp.kiyome.mail.authentication.dmarc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import jp.kiyome.mail.address.DomainName;
import jp.kiyome.mail.authentication.dkim.DkimOutcome;
import jp.kiyome.mail.authentication.dkim.DkimReason;
import jp.kiyome.mail.authentication.dkim.DkimResult;
import jp.kiyome.mail.authentication.dns.Zone;
import jp.kiyome.mail.authentication.spf.SpfOutcome;
import jp.kiyome.mail.authentication.spf.SpfResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 7489. */
class DmarcCheckTest {

    private final Zone zone = new Zone();

    private DmarcResult check(String from, SpfOutcome spf, String spfDomain, DkimOutcome dkim, String dkimDomain) {
        return new DmarcCheck(PublicSuffixes.bundled(), zone.lookups())
                .check(
                        Optional.of(new DomainName(from)),
                        new SpfResult(spf, SpfResult.Identity.MAILFROM, spfDomain),
                        List.of(new DkimResult(dkim, DkimReason.NONE, dkimDomain, "s", "rsa-sha256", false)));
    }

    @ParameterizedTest
    @CsvSource({
        // record, spf, its domain, dkim, its domain, outcome
        "p=reject, PASS, city.example.jp, NONE, '', PASS",
        "p=reject, PASS, bounce.city.example.jp, NONE, '', PASS",
        "p=reject; aspf=s, PASS, bounce.city.example.jp, FAIL, city.example.jp, FAIL",
        "p=reject; aspf=s, PASS, city.example.jp, NONE, '', PASS",
        "p=reject, PASS, other.example, PASS, example.jp, PASS",
        "p=reject; adkim=s, FAIL, city.example.jp, PASS, example.jp, FAIL",
        "p=reject; adkim=s, FAIL, city.example.jp, PASS, city.example.jp, PASS",
        "p=reject, PASS, other.example, PASS, example.com, FAIL",
        "p=reject, PASS, jp, PASS, evil.jp, FAIL",
        "p=reject, SOFTFAIL, city.example.jp, POLICY, city.example.jp, FAIL",
        "p=reject, TEMPERROR, city.example.jp, FAIL, city.example.jp, TEMPERROR",
        "p=reject, FAIL, city.example.jp, TEMPERROR, city.example.jp, TEMPERROR",
        "p=reject, TEMPERROR, other.example, FAIL, city.example.jp, FAIL",
        "p=reject, TEMPERROR, city.example.jp, PASS, city.example.jp, PASS",
        "p=reject, PASS, '', PASS, '', FAIL",
    })
    void alignment(
            String record,
            SpfOutcome spf,
            String spfDomain,
            DkimOutcome dkim,
            String dkimDomain,
            DmarcOutcome outcome) {
        zone.txt("_dmarc.city.example.jp", "v=DMARC1; " + record);
        DmarcResult result = check("city.example.jp", spf, spfDomain, dkim, dkimDomain);
        assertThat(result).isEqualTo(new DmarcResult(outcome, "city.example.jp", DmarcPolicy.REJECT, 100));
    }

    @ParameterizedTest
    @CsvSource({
        "v=DMARC1; p=reject; sp=quarantine; pct=20, FAIL, QUARANTINE, 20",
        "v=DMARC1;p=quarantine, FAIL, QUARANTINE, 100",
        "v=DMARC1; p=none; pct=900, FAIL, NONE, 100",
        "v=DMARC1; p=quarantine; rua=mailto:x@example.jp; sp=soon, FAIL, NONE, 100",
        "v=DMARC1; rua=mailto:x@example.jp, FAIL, NONE, 100",
        "v=DMARC1, PERMERROR, NONE, 100",
        "v=DMARC1; p=maybe, PERMERROR, NONE, 100",
        "v=DMARC1; p=reject; p=none, PERMERROR, NONE, 100",
        "v=DMARC10; p=reject, NONE, NONE, 100",
        "v=dmarc1; p=reject, NONE, NONE, 100",
        "p=reject; v=DMARC1, NONE, NONE, 100",
    })
    void theRecordOfTheOrganisationCountsBelowIt(String record, DmarcOutcome outcome, DmarcPolicy policy, int percent) {
        zone.txt("_dmarc.example.jp", "unrelated", record);
        assertThat(check("city.example.jp", SpfOutcome.FAIL, "", DkimOutcome.FAIL, ""))
                .isEqualTo(new DmarcResult(outcome, "city.example.jp", policy, percent));
    }

    @Test
    void theOwnRecordComesBeforeThatOfTheOrganisation() {
        zone.txt("_dmarc.city.example.jp", "v=DMARC1; p=none; sp=reject")
                .txt("_dmarc.example.jp", "v=DMARC1; p=reject");
        assertThat(check("city.example.jp", SpfOutcome.FAIL, "", DkimOutcome.FAIL, "")
                        .policy())
                .isEqualTo(DmarcPolicy.NONE);
    }

    @Test
    void twoRecordsTroubleAndNoFrom() {
        zone.txt("_dmarc.two.example", "v=DMARC1; p=none", "v=DMARC1; p=reject").trouble("_dmarc.broken.example");
        SpfResult spf = new SpfResult(SpfOutcome.PASS, SpfResult.Identity.MAILFROM, "two.example");
        assertThat(check("two.example", SpfOutcome.PASS, "two.example", DkimOutcome.PASS, "two.example")
                        .outcome())
                .isEqualTo(DmarcOutcome.PERMERROR);
        assertThat(check("broken.example", SpfOutcome.PASS, "broken.example", DkimOutcome.NONE, "")
                        .outcome())
                .isEqualTo(DmarcOutcome.TEMPERROR);
        assertThat(new DmarcCheck(PublicSuffixes.bundled(), zone.lookups())
                        .check(Optional.empty(), spf, List.of())
                        .outcome())
                .isEqualTo(DmarcOutcome.PERMERROR);
    }

    @ParameterizedTest
    @CsvSource({
        "jp, jp",
        "example.jp, example.jp",
        "a.b.example.jp, example.jp",
        "co.jp, co.jp",
        "www.example.co.jp, example.co.jp",
        "city.yokohama.jp, city.yokohama.jp",
        "www.city.yokohama.jp, city.yokohama.jp",
        "a.example.yokohama.jp, a.example.yokohama.jp",
        "city.chiyoda.tokyo.jp, city.chiyoda.tokyo.jp",
        "mail.city.chiyoda.tokyo.jp, city.chiyoda.tokyo.jp",
        "pref.kanagawa.lg.jp, kanagawa.lg.jp",
        "city.kawasaki.lg.jp, kawasaki.lg.jp",
        "x.unknown-top, x.unknown-top",
        "a.x.unknown-top, x.unknown-top",
        "a.b.xn--fiqs8s, b.xn--fiqs8s",
        "me.github.io, me.github.io",
        "example.com, example.com"
    })
    void organisationalDomains(String domain, String organisation) {
        assertThat(PublicSuffixes.bundled()
                        .organisational(new DomainName(domain))
                        .name())
                .isEqualTo(organisation);
    }
}
