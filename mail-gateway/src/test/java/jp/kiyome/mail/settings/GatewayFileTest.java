package jp.kiyome.mail.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import jp.kiyome.core.policy.file.PolicyInvalid;
import jp.kiyome.mail.fixture.House;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewayFileTest {

    private static final String GOOD = House.settings(Path.of("/var/lib/kiyome"), 25, 26);

    private static GatewaySettings read(String text) {
        return GatewayFile.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> faults(String text) {
        try {
            read(text);
            return List.of();
        } catch (PolicyInvalid invalid) {
            return invalid.problems().stream()
                    .map(problem -> problem.line() + ": " + problem.text().english())
                    .toList();
        }
    }

    @Test
    void whetherSourcesAreAskedAgainIsSaidOnce() {
        assertThat(read(GOOD).retro()).isEqualTo(RetroSettings.usual());
        RetroSettings off = read(GOOD + "retro-hunt: {ask-again: no}\n").retro();
        assertThat(off.asking()).isFalse();
        RetroSettings own = read(GOOD + "retro-hunt: {within: 1440min, every: 60min, pause: 5s}\n")
                .retro();
        assertThat(own)
                .isEqualTo(new RetroSettings(true, Duration.ofDays(1), Duration.ofHours(1), Duration.ofSeconds(5)));
        assertThat(faults(GOOD + "retro-hunt: {ask-again: perhaps}\n")).hasSize(1);
        assertThat(faults(GOOD + "retro-hunt: {days: 7}\n")).hasSize(1);
    }

    @Test
    void whatIsNotSaidHasAValue() {
        GatewaySettings settings = read(GOOD);
        assertThat(settings.limits()).isEqualTo(SessionLimits.defaults());
        assertThat(settings.organisations()).hasSize(2);
        OrganisationSettings first = settings.organisations().getFirst();
        assertThat(first.tag()).isEqualTo("[無害化済]");
        assertThat(first.keep()).isEqualTo(OrganisationSettings.Keep.CHANGED);
        assertThat(first.inbound())
                .containsExactly(new NextHop("127.0.0.1", 25, Protocol.SMTP, NextHop.Tls.MAY, false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name: gw.example|nam: gw.example|1: gateway has no key \"nam\"; did you mean \"name\"?",
                "name: gw.example|name: gw_example..|1: gateway.name: \"gw_example..\" is not a domain name",
                "address: 127.0.0.1|address: localhost|2: gateway.listen.address: \"localhost\" is not an IP address",
                "store: /var|store: var|3: gateway.store: \"var/lib/kiyome\" is not an absolute path",
                "[b.example]|[a.example]|11: gateway.organisations.city-b: a.example belongs to city-a too",
                "[b.example]|b.example|12: gateway.organisations.city-b.domains: a list is needed here (lines of \"-"
                        + " value\", or [value, value])",
                "city-b|City B|11: gateway.organisations.City B: \"City B\" does not name an organisation (lower case"
                        + " letters, digits, hyphens)",
                "attempts: 3|attempts: unlimited|4: gateway.handling.attempts cannot be unlimited (1 to 1000)",
                "[admin@a.example]|[admin]|9: gateway.organisations.city-a.administrators[1]: \"admin\" is not a mail"
                        + " address"
            })
    void aFaultIsToldWithItsLine(String was, String is, String fault) {
        assertThat(faults(GOOD.replace(was, is))).anyMatch(said -> said.endsWith(fault.substring(fault.indexOf(": "))));
        assertThat(faults(GOOD.replace(was, is)).getFirst()).matches("(?s)[1-9][0-9]*: .*");
    }

    @Test
    void everybodyIsNoClientAndProxiesMustBeTrustedAndLmtpHasItsOwnPort() {
        String everybody = GOOD.replaceFirst(
                "    concurrency",
                "    client-networks: [0.0.0.0/0]\n    outbound: [{host: out.example}]\n    concurrency");
        assertThat(faults(everybody)).singleElement().asString().contains("cannot be everybody");
        assertThat(faults(GOOD.replace("port: 10025", "port: 10025, proxy-protocol: yes")))
                .singleElement()
                .asString()
                .startsWith("2: ");
        assertThat(faults(GOOD.replace("port: 10025", "port: 25, protocol: lmtp")))
                .singleElement()
                .asString()
                .startsWith("2: ")
                .contains("LMTP");
    }

    @Test
    void noticesAndPasswordsAreRead() {
        String more =
                "    notices: {from: k@a.example, recipients: [held, locked], charset: iso-2022-jp, an-hour: 3, zone:"
                        + " UTC, digest: {at: \"08:30\", to: officers}}\n"
                        + "    passwords: {within: 60min, earlier: 5min, tries: 2}\n"
                        + "    concurrency";
        OrganisationSettings first =
                read(GOOD.replaceFirst("    concurrency", more)).organisations().getFirst();
        NoticeSettings notices = first.notices().orElseThrow();
        assertThat(notices.recipients()).containsOnly(NoticeSettings.Befallen.HELD, NoticeSettings.Befallen.LOCKED);
        assertThat(notices.japaneseCharset()).isTrue();
        assertThat(notices.mostAnHour()).isEqualTo(3);
        assertThat(notices.digest().orElseThrow())
                .isEqualTo(new NoticeSettings.Digest(LocalTime.of(8, 30), first.administrators()));
        assertThat(first.passwords())
                .isEqualTo(new PasswordSettings(true, Duration.ofHours(1), Duration.ofMinutes(5), 2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "from: k@b.example|: k@b.example is no address in a domain of the organisation",
                "charset: utf-8|.from is needed",
                "from: k@a.example, digest: {at: \"24:30\"}|.digest.at: \"24:30\" is not a time of day (for example"
                        + " 08:30)",
                "from: k@a.example, zone: Tokyo/Asia|.zone: \"Tokyo/Asia\" is not a time zone (for example Asia/Tokyo)",
                "from: k@a.example, recipient: [held]|has no key \"recipient\"; did you mean \"recipients\"?"
            })
    void aFaultInNoticesIsToldWithItsLine(String notices, String fault) {
        String text = GOOD.replaceFirst("    concurrency", "    notices: {" + notices + "}\n    concurrency");
        assertThat(faults(text))
                .singleElement()
                .asString()
                .startsWith("10: ")
                .contains(fault.replace(".from is", "from is"));
    }

    @Test
    void nothingIsHalfRead() {
        assertThatThrownBy(() -> read("name: gw.example\n")).isInstanceOf(PolicyInvalid.class);
        assertThat(faults("name: gw.example\n")).hasSize(3);
    }
}
