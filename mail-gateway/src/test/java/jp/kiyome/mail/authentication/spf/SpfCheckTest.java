package jp.kiyome.mail.authentication.spf;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import jp.kiyome.mail.authentication.dns.Zone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7208. */
class SpfCheckTest {

    private static final String CLIENT = "192.0.2.65";

    private final Zone zone = new Zone();

    private SpfOutcome check(String client, String domain) {
        return SpfCheck.check(zone.lookups(), InetAddress.ofLiteral(client), "helo.example.jp", "strong-bad", domain);
    }

    private SpfOutcome of(String record) {
        zone.txt("d.example", "v=spf1 " + record);
        return check(CLIENT, "d.example");
    }

    @ParameterizedTest
    @CsvSource({
        "+all, PASS",
        "-all, FAIL",
        "~all, SOFTFAIL",
        "?all, NEUTRAL",
        "ALL, PASS",
        "'', NEUTRAL",
        "ip4:192.0.2.65 -all, PASS",
        "ip4:192.0.2.66 -all, FAIL",
        "ip4:192.0.2.99/25 -all, PASS",
        "ip4:192.0.2.0/26 -all, FAIL",
        "ip4:0.0.0.0/0 -all, PASS",
        "ip6:2001:db8::/32 -all, FAIL",
        "ip6:::ffff:192.0.2.65 -all, PASS",
        "-ip4:192.0.2.65 +all, FAIL",
        "exp=why.d.example -all, FAIL",
        "other=%{d}thing -all, FAIL",
        "   -all  , FAIL",
    })
    void mechanismsAreTriedFromTheLeft(String record, SpfOutcome outcome) {
        assertThat(of(record)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "moo",
                "all:x.example",
                "all/8",
                "ip4",
                "ip4:",
                "ip4:1.2.3",
                "ip4:1.2.3.4/33",
                "ip4:1.2.3.4/08",
                "ip4:2001:db8::1",
                "ip6:1.2.3.4",
                "ip6:2001:db8::1/129",
                "include",
                "include:",
                "include:x",
                "include:x.example/24",
                "a:x.example/33",
                "a//129",
                "a/",
                "a:",
                "exists",
                "exists:%{d",
                "exists:%{z}.example",
                "exists:%{d0}.example",
                "exists:%x.example",
                "exists:%{c}.example",
                "redirect=",
                "redirect=x.example redirect=y.example",
                "exp=a.example exp=b.example",
                "redirect:x.example",
                "+redirect=x.example",
                "a:x.example.123",
                "a:-.-",
                "-all moo",
                "ip4:192.0.2.65 moo",
                "a:\u00e9.example",
                "a:x\ty.example",
                "a=b%",
                "-",
                "=x",
                "1a"
            })
    void oneTermThatIsNotUnderstoodSpoilsTheRecord(String record) {
        assertThat(of(record)).isEqualTo(SpfOutcome.PERMERROR);
    }

    @Test
    void recordsThatAreNotThereOrTwice() {
        zone.txt("none.example", "something else", "v=spf10 -all", "v=spf1-all");
        zone.txt("two.example", "v=spf1 -all", "V=SPF1 +all").trouble("broken.example");
        zone.txt("mixed.example", "x", "v=spf1 -all");
        assertThat(check(CLIENT, "gone.example")).isEqualTo(SpfOutcome.NONE);
        assertThat(check(CLIENT, "none.example")).isEqualTo(SpfOutcome.NONE);
        assertThat(check(CLIENT, "localhost")).isEqualTo(SpfOutcome.NONE);
        assertThat(check(CLIENT, "a..example")).isEqualTo(SpfOutcome.NONE);
        assertThat(check(CLIENT, "x".repeat(64) + ".example")).isEqualTo(SpfOutcome.NONE);
        assertThat(check(CLIENT, "two.example")).isEqualTo(SpfOutcome.PERMERROR);
        assertThat(check(CLIENT, "broken.example")).isEqualTo(SpfOutcome.TEMPERROR);
        assertThat(check(CLIENT, "mixed.example")).isEqualTo(SpfOutcome.FAIL);
    }

    @Test
    void hostsAndExchangersOfADomain() {
        zone.a("d.example", CLIENT).a("near.example", "192.0.2.1").aaaa("six.example", "2001:db8::1");
        zone.mx("d.example", "far.example", "near.example").a("far.example", "198.51.100.1");
        assertThat(of("a -all")).isEqualTo(SpfOutcome.PASS);
        zone.txt("e.example", "v=spf1 a:near.example/24 -all").txt("f.example", "v=spf1 a:near.example -all");
        zone.txt("g.example", "v=spf1 mx:d.example/26 mx:d.example/25//64 -all");
        zone.txt("h.example", "v=spf1 a:six.example//64 -all");
        assertThat(check(CLIENT, "e.example")).isEqualTo(SpfOutcome.PASS);
        assertThat(check(CLIENT, "f.example")).isEqualTo(SpfOutcome.FAIL);
        assertThat(check(CLIENT, "g.example")).isEqualTo(SpfOutcome.PASS);
        assertThat(check("2001:db8::ffff", "h.example")).isEqualTo(SpfOutcome.PASS);
        assertThat(check("2001:db8:0:1::", "h.example")).isEqualTo(SpfOutcome.FAIL);
    }

    @ParameterizedTest
    @CsvSource({
        "+all, PASS",
        "-all, NEUTRAL",
        "~all, NEUTRAL",
        "?all, NEUTRAL",
        "moo, PERMERROR",
        "a:broken.example, TEMPERROR"
    })
    void anIncludedRecordMatchesOnlyWhenItPasses(String inner, SpfOutcome outcome) {
        zone.txt("inner.example", "v=spf1 " + inner).trouble("broken.example");
        assertThat(of("include:inner.example ?all")).isEqualTo(outcome);
    }

    @Test
    void whatIsIncludedOrReferredToMustExist() {
        assertThat(of("include:gone.example +all")).isEqualTo(SpfOutcome.PERMERROR);
        zone.txt("r.example", "v=spf1 redirect=gone.example");
        zone.txt("s.example", "v=spf1 redirect=t.example").txt("t.example", "v=spf1 ip4:192.0.2.65 -all");
        zone.txt("u.example", "v=spf1 redirect=gone.example ~all");
        assertThat(check(CLIENT, "r.example")).isEqualTo(SpfOutcome.PERMERROR);
        assertThat(check(CLIENT, "s.example")).isEqualTo(SpfOutcome.PASS);
        assertThat(check(CLIENT, "u.example")).isEqualTo(SpfOutcome.SOFTFAIL);
    }

    @Test
    void circlesEndAtTheTenthTerm() {
        zone.txt("loop.example", "v=spf1 include:loop.example -all");
        zone.txt("round.example", "v=spf1 redirect=round.example");
        assertThat(check(CLIENT, "loop.example")).isEqualTo(SpfOutcome.PERMERROR);
        assertThat(check(CLIENT, "round.example")).isEqualTo(SpfOutcome.PERMERROR);
        assertThat(zone.asked()).isLessThan(30);
    }

    @Test
    void tenTermsThatAskAreFineAndElevenAreNot() {
        zone.a("far.example", "198.51.100.1");
        assertThat(of("a:far.example ".repeat(10) + "-all")).isEqualTo(SpfOutcome.FAIL);
        zone.txt("e.example", "v=spf1 " + "a:far.example ".repeat(11) + "-all");
        assertThat(check(CLIENT, "e.example")).isEqualTo(SpfOutcome.PERMERROR);
    }

    @Test
    void twoQuestionsInVainAreFineAndThreeAreNot() {
        assertThat(of("a:g1.example mx:g2.example -all")).isEqualTo(SpfOutcome.FAIL);
        zone.txt("e.example", "v=spf1 a:g1.example mx:g2.example exists:g3.example -all");
        assertThat(check(CLIENT, "e.example")).isEqualTo(SpfOutcome.PERMERROR);
    }

    @Test
    void elevenExchangersAreTooMany() {
        for (int i = 0; i < 10; i++) {
            zone.mx("d.example", "m" + i + ".example").a("m" + i + ".example", "198.51.100." + i);
            zone.mx("e.example", "m" + i + ".example");
        }
        zone.mx("e.example", "m10.example").txt("e.example", "v=spf1 mx -all");
        assertThat(of("mx -all")).isEqualTo(SpfOutcome.FAIL);
        assertThat(check(CLIENT, "e.example")).isEqualTo(SpfOutcome.PERMERROR);
    }

    @Test
    void aNameOfTheClientCountsOnlyWhenItLeadsBack() {
        zone.ptr("65.2.0.192.in-addr.arpa", "liar.d.example", "Mail.d.example").a("liar.d.example", "198.51.100.1");
        assertThat(of("ptr -all")).isEqualTo(SpfOutcome.FAIL);
        zone.a("mail.d.example", CLIENT);
        assertThat(check(CLIENT, "d.example")).isEqualTo(SpfOutcome.PASS);
        zone.txt("e.example", "v=spf1 ptr -all").txt("f.example", "v=spf1 exists:%{p}.f.example -all");
        zone.a("mail.d.example.f.example", "127.0.0.2").a("unknown.f.example", "127.0.0.2");
        assertThat(check(CLIENT, "e.example")).isEqualTo(SpfOutcome.FAIL);
        assertThat(check(CLIENT, "f.example")).isEqualTo(SpfOutcome.PASS);
    }

    @Test
    void troubleWithANameIsAnErrorForATime() {
        zone.trouble("broken.example");
        assertThat(of("a:broken.example -all")).isEqualTo(SpfOutcome.TEMPERROR);
    }

    @Test
    void macrosMakeTheNameThatIsAskedFor() {
        zone.a("65.2.0.192.in-addr.strong-bad._spf.d.example", "127.0.0.2");
        assertThat(of("exists:%{ir}.%{v}.%{l}._spf.%{d2} -all")).isEqualTo(SpfOutcome.PASS);
        zone.txt("e.example", "v=spf1 exists:%{ir}.%{v}.%{l}._spf.%{o} -all");
        assertThat(check(CLIENT, "e.example")).isEqualTo(SpfOutcome.FAIL);
    }
}
