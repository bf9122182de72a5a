package jp.kiyome.approval.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who asks, when a proxy asks for them. */
class ProxiesTest {

    private static final Set<InetAddress> OURS =
            Set.of(InetAddress.ofLiteral("10.0.0.1"), InetAddress.ofLiteral("10.0.0.2"));

    private static String caller(Proxies.Header header, String peer, String name, String... lines) {
        return new Proxies(OURS, header)
                .caller(peer, asked -> asked.equals(name) ? List.of(lines) : List.of())
                .getHostAddress();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10.0.0.1 | 192.0.2.7 | 192.0.2.7",
                "10.0.0.1 | 198.51.100.9, 192.0.2.7 | 192.0.2.7",
                "10.0.0.1 | 198.51.100.9, 192.0.2.7, 10.0.0.2 | 192.0.2.7",
                "10.0.0.1 | 192.0.2.7:4711 | 192.0.2.7",
                "10.0.0.1 | [2001:db8::1]:4711 | 2001:db8:0:0:0:0:0:1",
                "10.0.0.1 | 2001:db8::1 | 2001:db8:0:0:0:0:0:1",
                "10.0.0.1 | 192.0.2.7, unknown | 10.0.0.1",
                "10.0.0.1 | 192.0.2.7, host.example | 10.0.0.1",
                "10.0.0.1 | 192.0.2.7, | 10.0.0.1",
                "10.0.0.1 | 10.0.0.2 | 10.0.0.1",
                "192.0.2.66 | 192.0.2.7 | 192.0.2.66",
                "192.0.2.66 | 10.0.0.1 | 192.0.2.66"
            })
    void aProxyIsBelievedWhomItSawAndNobodyElseIsBelievedAnything(String peer, String header, String caller) {
        assertThat(caller(Proxies.Header.X_FORWARDED_FOR, peer, "X-Forwarded-For", header))
                .isEqualTo(caller);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10.0.0.1 | for=192.0.2.7;proto=https;by=10.0.0.1 | 192.0.2.7",
                "10.0.0.1 | for=198.51.100.9, For=192.0.2.7 | 192.0.2.7",
                "10.0.0.1 | proto=https; for=\"[2001:db8::1]:4711\" | 2001:db8:0:0:0:0:0:1",
                "10.0.0.1 | for=192.0.2.7, for=_hidden | 10.0.0.1",
                "10.0.0.1 | by=192.0.2.7 | 10.0.0.1",
                "192.0.2.66 | for=192.0.2.7 | 192.0.2.66"
            })
    void soWithTheHeaderOfTheStandard(String peer, String header, String caller) {
        assertThat(caller(Proxies.Header.FORWARDED, peer, "Forwarded", header)).isEqualTo(caller);
    }

    @Test
    void theHeaderThatWasNotAgreedOnIsNotRead() {
        assertThat(caller(Proxies.Header.FORWARDED, "10.0.0.1", "X-Forwarded-For", "192.0.2.7"))
                .isEqualTo("10.0.0.1");
        assertThat(caller(Proxies.Header.X_FORWARDED_FOR, "10.0.0.1", "X-Forwarded-For", "198.51.100.9", "192.0.2.7"))
                .isEqualTo("192.0.2.7");
    }

    @Test
    void aSitesNetworkOfTheNewProtocolCountsAsOneAddress() {
        Attempts attempts = new Attempts(2, () -> Instant.EPOCH);
        assertThat(attempts.allow(InetAddress.ofLiteral("2001:db8:1:1::1"))).isTrue();
        assertThat(attempts.allow(InetAddress.ofLiteral("2001:db8:1:1::2"))).isTrue();
        assertThat(attempts.allow(InetAddress.ofLiteral("2001:db8:1:1:ffff::3")))
                .isFalse();
        assertThat(attempts.allow(InetAddress.ofLiteral("2001:db8:1:2::1"))).isTrue();
        assertThat(attempts.allow(InetAddress.ofLiteral("192.0.2.7"))).isTrue();
    }
}
