package jp.kiyome.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code kiyome serve --check}: settings are taken whole or not at all, and every fault has its line. */
class ServeSettingsTest extends CommandLineTest {

    private String good() {
        return """
                name: gw.example.invalid
                listen: {address: 127.0.0.1, port: 10025}
                store: %s
                policy: %s
                organisations:
                  city-a:
                    domains: [city-a.example]
                    next-hops: [{host: 127.0.0.1, port: 26}]
                """.formatted(folder.resolve("store"), file("policy.yaml", "version: 1\n"));
    }

    @Test
    void goodSettingsAreSaidToBeGoodAndNothingStarts() {
        assertThat(kiyome("--lang", "en", "serve", file("gateway.yaml", good()), "--check"))
                .isZero();
        assertThat(folder.resolve("store")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name: gw.example.invalid | nane: gw.example.invalid | 1",
                "port: 10025 | port: 100250 | 2",
                "port: 10025 | port: 10025, proxy-protocol: yes | 2",
                "[city-a.example] | [city_a..example] | 7",
                "port: 26 | port: 26, tls: sometimes | 8",
                "organisations: | oganisations: | 5"
            })
    void aFaultStopsEverythingWithItsLine(String was, String is, int line) {
        Path file = file("gateway.yaml", good().replace(was, is));
        assertThat(kiyome("--lang", "en", "serve", file)).isEqualTo(20);
        assertThat(err()).contains("gateway.yaml:" + line + ":");
        assertThat(folder.resolve("store")).doesNotExist();
    }

    @Test
    void aFaultInThePolicyStopsEverything() {
        Path file = file("gateway.yaml", good());
        file("policy.yaml", "version: 1\nlimits: {depht: 3}\n");
        assertThat(kiyome("--lang", "en", "serve", file)).isEqualTo(20);
        assertThat(err()).contains("policy.yaml:2:");
        assertThat(folder.resolve("store")).doesNotExist();
    }

    @Test
    void settingsThatAreNotThereAreAFault() {
        assertThat(kiyome("serve", folder.resolve("nothing.yaml"))).isEqualTo(13);
    }
}
