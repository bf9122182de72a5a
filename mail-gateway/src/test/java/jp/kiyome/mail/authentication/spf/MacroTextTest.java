package jp.kiyome.mail.authentication.spf;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 7208 §7.4 has these examples. */
class MacroTextTest {

    private static String expanded(String text, String client) {
        SpfMacros macros =
                new SpfMacros(InetAddress.ofLiteral(client), "helo.example", "strong-bad", "email.example.com");
        return MacroText.domain(text).orElseThrow().expanded(letter -> macros.value(letter, "email.example.com"));
    }

    @ParameterizedTest
    @CsvSource({
        "%{s}, strong-bad@email.example.com",
        "%{o}, email.example.com",
        "%{d}, email.example.com",
        "%{d4}, email.example.com",
        "%{d3}, email.example.com",
        "%{d2}, example.com",
        "%{d1}, com",
        "%{dr}, com.example.email",
        "%{d2r}, example.email",
        "%{l}, strong-bad",
        "%{l-}, strong.bad",
        "%{lr}, strong-bad",
        "%{lr-}, bad.strong",
        "%{l1r-}, strong",
        "%{ir}.%{v}._spf.%{d2}, 3.2.0.192.in-addr._spf.example.com",
        "%{lr-}.lp._spf.%{d2}, bad.strong.lp._spf.example.com",
        "%{lr-}.lp.%{ir}.%{v}._spf.%{d2}, bad.strong.lp.3.2.0.192.in-addr._spf.example.com",
        "%{ir}.%{v}.%{l1r-}.lp._spf.%{d2}, 3.2.0.192.in-addr.strong.lp._spf.example.com",
        "%{d2}.trusted-domains.example.net, example.com.trusted-domains.example.net",
        "%{S}.x, strong-bad%40email.example.com.x",
        "a%%b%-c%_d.%{d1}, a%b%20c d.com",
        "x.example., x.example",
    })
    void theExamplesOfTheStandard(String text, String expected) {
        assertThat(expanded(text, "192.0.2.3")).isEqualTo(expected);
    }

    @Test
    void addressesOfSixteenBytesAreHalfBytes() {
        assertThat(expanded("%{ir}.%{v}._spf.%{d2}", "2001:db8::cb01"))
                .isEqualTo("1.0.b.c.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6._spf.example.com");
    }

    @Test
    void whatIsTooLongLosesItsFirstLabels() {
        String name = expanded("first." + "l234567890.".repeat(30) + "%{d}", "192.0.2.3");
        assertThat(name).hasSizeLessThanOrEqualTo(253).startsWith("l234567890.").endsWith(".email.example.com");
    }
}
