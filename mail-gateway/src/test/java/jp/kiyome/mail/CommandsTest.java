package jp.kiyome.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import jp.kiyome.mail.fixture.FakeHop;
import jp.kiyome.mail.fixture.House;
import jp.kiyome.mail.fixture.Talker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients say that no honest one says (docs/mail-cases.md, group E). */
class CommandsTest {

    private static House house;

    @BeforeAll
    static void open(@TempDir Path folder) {
        house = new House(folder, UnaryOperator.identity());
    }

    @AfterAll
    static void close() {
        house.close();
    }

    /** The header of PROXY takes the place of the greeting as what comes first: whoever speaks early is heard before 220 is said. */
    @Test
    void whoSpeaksBeforeTheGreetingIsSentAway(@TempDir Path folder) {
        try (House proxied = new House(folder, text -> text.replace("store:", "trusted-peers: [127.0.0.1]\nstore:")
                        .replace("port: 10025", "port: 10025, proxy-protocol: yes"));
                Talker client = new Talker(proxied.port())) {
            client.raw("\r\n\r\n\0\r\nQUIT\n!\u0011\0\u000c\u0001\u0002\u0003\u0004\u007f\0\0\u0001\u0010\u0010\0\u0019"
                    + "EHLO early.example.invalid\r\n");
            assertThat(client.reply()).startsWith("554 5.5.1");
            assertThat(client.reply()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PROXY TCP4 192.0.2.1 127.0.0.1 1 25\r\n",
                "EHLO client.example.invalid\r\nNOOP\r\n",
                "\r\n\r\n\0\r\nQUIT\n\u0011\u0011\0\u000c\u0001\u0002\u0003\u0004\u007f\0\0\u0001\u0010\u0010\0\u0019",
                "\r\n\r\n\0\r\nQUIT\n!\u0011\0\u0002\u0001\u0002"
            })
    void whatIsNoHeaderOfProxyIsNotListenedTo(String header, @TempDir Path folder) {
        try (House proxied = new House(folder, text -> text.replace("store:", "trusted-peers: [127.0.0.1]\nstore:")
                        .replace("port: 10025", "port: 10025, proxy-protocol: yes"));
                Talker client = new Talker(proxied.port())) {
            assertThat(client.raw(header).reply()).startsWith("500 5.5.2");
            assertThat(client.reply()).isEmpty();
        }
    }

    @Test
    void aHeaderOfProxyFromSomebodyElseIsNotBelieved(@TempDir Path folder) {
        try (House proxied = new House(folder, text -> text.replace("store:", "trusted-peers: [192.0.2.1]\nstore:")
                        .replace("port: 10025", "port: 10025, proxy-protocol: yes"));
                Talker client = new Talker(proxied.port())) {
            assertThat(client.reply()).startsWith("421");
            assertThat(client.reply()).isEmpty();
        }
    }

    /** Chunks are not offered: what stands behind the command would be heard as commands. */
    @Test
    void chunksEndTheConversation() {
        house.a.forget();
        try (Talker client = house.client()) {
            client.ask("MAIL FROM:<s@sender.example>");
            client.ask("RCPT TO:<x@a.example>");
            assertThat(client.raw(
                                    "BDAT 80 LAST\r\nRSET\r\nMAIL FROM:<forged@sender.example>\r\nRCPT TO:<x@a.example>\r\n")
                            .reply())
                    .startsWith("502 5.5.1");
            assertThat(client.reply()).isEmpty();
        }
        assertThat(house.a.commands()).isEmpty();
    }

    @Test
    void nobodyIsToldWhoHasAMailbox() {
        try (Talker client = house.client()) {
            assertThat(client.ask("VRFY x@a.example")).startsWith("252");
            assertThat(client.ask("VRFY nobody@elsewhere.example")).startsWith("252");
            assertThat(client.ask("EXPN list")).startsWith("502");
        }
    }

    @Test
    void addressesHaveAnEnd() {
        try (Talker client = house.client()) {
            assertThat(client.ask("MAIL FROM:<" + "a".repeat(65) + "@sender.example>"))
                    .startsWith("553");
            assertThat(client.ask("MAIL FROM:<a@" + "b".repeat(64) + ".example>"))
                    .startsWith("553");
            assertThat(client.ask("MAIL FROM:<a@" + "b.".repeat(130) + "example>"))
                    .startsWith("553");
            assertThat(client.ask("MAIL FROM:<" + "a".repeat(64) + "@sender.example>"))
                    .startsWith("250");
            assertThat(client.ask("RCPT TO:<" + "a".repeat(65) + "@a.example>")).startsWith("553");
            assertThat(client.ask("RCPT TO:<" + "a".repeat(64) + "@a.example>")).startsWith("250");
        }
    }

    @Test
    void theNullSenderIsOneAndNoRecipientIsNone() {
        try (Talker client = house.client()) {
            assertThat(client.ask("MAIL FROM:<>")).startsWith("250");
            assertThat(client.ask("RCPT TO:<>")).startsWith("553");
            assertThat(client.ask("DATA")).startsWith("503");
        }
    }

    @Test
    void addressesOfOtherScriptsNeedToBeAnnounced() {
        try (Talker client = house.client()) {
            assertThat(client.ask("MAIL FROM:<田中@sender.example>")).startsWith("553 5.6.7");
            assertThat(client.ask("MAIL FROM:<s@sender.example>")).startsWith("250");
            assertThat(client.ask("RCPT TO:<田中@a.example>")).startsWith("553 5.6.7");
        }
    }

    /** A mail of more than the limit and 64 MiB is no mistake. */
    @Test
    void whoNeverComesToAnEndIsCutOff(@TempDir Path folder) {
        try (House small = new House(
                        folder, text -> text.replace("organisations:", "limits: {size: 1KiB}\norganisations:"));
                Talker client = small.client()) {
            client.ask("MAIL FROM:<s@sender.example>");
            client.ask("RCPT TO:<x@a.example>");
            client.ask("DATA");
            String much = "x".repeat(1 << 20);
            try {
                for (int i = 0; i < 80; i++) {
                    client.raw(much);
                }
            } catch (java.io.UncheckedIOException cutOff) {
                assertThat(small.a.taken()).isEmpty();
            }
            assertThat(client.reply()).doesNotContain("250");
            assertThat(client.reply()).isEmpty();
        }
    }

    /** One mail for each organisation, and nobody learns who else got it. */
    @Test
    void aThousandRecipientsOfThreeOrganisationsGetThreeMails(@TempDir Path folder) {
        try (FakeHop third = new FakeHop();
                House three = new House(
                        folder,
                        text -> text + "  city-c:\n    domains: [c.example]\n    next-hops: [{host: 127.0.0.1, port: "
                                + third.port() + "}]\n");
                Talker client = three.client()) {
            client.ask("MAIL FROM:<s@sender.example>");
            for (int i = 0; i < 999; i++) {
                assertThat(client.ask("RCPT TO:<r" + i + "@" + "abc".charAt(i % 3) + ".example>"))
                        .startsWith("250");
            }
            client.ask("DATA");
            assertThat(client.raw(House.MAIL + "\r\n.\r\n").reply()).startsWith("250");
            List<FakeHop> all = new ArrayList<>(List.of(three.a, three.b, third));
            for (int i = 0; i < 3; i++) {
                char own = "abc".charAt(i);
                assertThat(all.get(i).taken()).hasSize(1);
                assertThat(all.get(i).taken().getFirst().to())
                        .hasSize(333)
                        .allMatch(to -> to.contains("@" + own + "."));
                assertThat(all.get(i).taken().getFirst().mail()).doesNotContainPattern("r[0-9]+@");
            }
        }
    }
}
