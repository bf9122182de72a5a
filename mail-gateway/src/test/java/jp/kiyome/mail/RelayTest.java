package jp.kiyome.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import jp.kiyome.mail.fixture.House;
import jp.kiyome.mail.fixture.Talker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelayTest {

    private static House house;

    @BeforeAll
    static void open(@TempDir Path folder) {
        house = new House(folder, UnaryOperator.identity());
    }

    @AfterAll
    static void close() {
        house.close();
    }

    private static String recipient(String path) {
        try (Talker client = house.client()) {
            client.ask("MAIL FROM:<s@sender.example> SMTPUTF8");
            return client.ask("RCPT TO:" + path);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<x@elsewhere.example>",
                "<x@b.a.example>",
                "<x@a.example.elsewhere.example>",
                "<x@aa.example>",
                "<@a.example:x@elsewhere.example>",
                "<@a.example,@b.example:x@elsewhere.example>",
                "<x%elsewhere.example@a.example>",
                "<elsewhere.example!x@a.example>",
                "<\"x@elsewhere.example\"@a.example>",
                "<\"x%elsewhere.example\"@a.example>",
                "<x@elsewhere.example@a.example>",
                "<\"elsewhere.example!x\"@a.example>",
                "<x@[127.0.0.1]>",
                "<x@127.0.0.1>",
                "<x@[IPv6:::1]>",
                "<x@a.example.>",
                "<x@elsewhere.example.>",
                "<x@a。example>",
                "<x@ａ.example>",
                "<x@a.example\u200b>",
                "<x@elsewhere.example>,<y@a.example>",
                "<x@a.example><x@elsewhere.example>",
                "<x@a.example >",
                "< x@a.example>",
                "<x @a.example>",
                "x@a.example",
                "<x>",
                "<postmaster@elsewhere.example>",
                "<>",
                "<@a.example>",
                "<|/bin/sh@a.example:25>",
                "<x@a.example> ORCPT=rfc822;x NOTIFY=NEVER,SUCCESS",
                "<x@a.example> XUNKNOWN=1",
                "<-oQ/tmp@a.example>",
                "<\"x\\\"@elsewhere.example\\\"\"@a.example>",
                "<x@\"a.example\">",
                "<x@a_example..example>",
                "<x@a.example\0.elsewhere.example>"
            })
    void nothingIsRelayedToOthersInAnyForm(String path) {
        assertThat(recipient(path)).matches("(?s)5[0-9]{2} .*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<x@a.example>",
                "<X@A.EXAMPLE>",
                "<x@b.example>",
                "<x@sub.a.example>",
                "<x+tag@a.example>",
                "<a..b.@a.example>",
                "<\"a..b\"@a.example>",
                "<x@ドメイン.example>",
                "<x@xn--eckwd4c7c.example>",
                "<田中@a.example>",
                " <x@a.example> NOTIFY=SUCCESS,FAILURE ORCPT=rfc822;x@a.example"
            })
    void theOrganisationsOwnAreTaken(String path) {
        assertThat(recipient(path)).startsWith("250 2.1.5");
    }

    @Test
    void domainsOfOtherScriptsAreHandedOnInTheirAsciiForm() {
        try (Talker client = house.client()) {
            assertThat(client.mail("s@sender.example", House.MAIL, "x@ドメイン.example"))
                    .startsWith("250");
        }
        assertThat(house.a.taken().getLast().to()).containsExactly("RCPT TO:<x@xn--eckwd4c7c.example>");
    }

    @Test
    void clientsOfAnOrganisationSendOutAndOthersDoNot(@TempDir Path folder) {
        try (House own = new House(
                folder,
                text -> text.replace(
                        "    concurrency: 2\n  city-b:",
                        "    concurrency: 2\n    client-networks: [127.0.0.0/8]\n    outbound: [{host: 127.0.0.1, port: 1}]\n  city-b:"))) {
            try (Talker client = own.client()) {
                client.ask("MAIL FROM:<s@a.example>");
                assertThat(client.ask("RCPT TO:<x@elsewhere.example>")).startsWith("250");
                assertThat(client.ask("RCPT TO:<x%y@elsewhere.example>")).startsWith("553");
            }
        }
        try (Talker client = house.client()) {
            client.ask("MAIL FROM:<s@a.example>");
            assertThat(client.ask("RCPT TO:<x@elsewhere.example>")).startsWith("554 5.7.1");
        }
    }

    /** The mail server in front is no client: whose mail it brings is what counts. */
    @Test
    void aTrustedPeerSaysWhoseMailItBringsAndOthersMayNot(@TempDir Path folder) {
        try (House own = new House(folder, text -> text.replace(
                        "    concurrency: 2\n  city-b:",
                        "    concurrency: 2\n    client-networks: [192.0.2.0/24]\n    outbound: [{host: 127.0.0.1, port: 1}]\n  city-b:")
                .replace("store:", "trusted-peers: [127.0.0.1]\nstore:"))) {
            try (Talker client = own.client()) {
                assertThat(client.ask("XFORWARD NAME=pc.a.example ADDR=192.0.2.7"))
                        .startsWith("250");
                client.ask("MAIL FROM:<s@a.example>");
                assertThat(client.ask("RCPT TO:<x@elsewhere.example>")).startsWith("250");
                client.ask("RSET");
                assertThat(client.ask("XFORWARD ADDR=[UNAVAILABLE]")).startsWith("250");
                client.ask("MAIL FROM:<s@a.example>");
                assertThat(client.ask("RCPT TO:<x@elsewhere.example>")).startsWith("554");
            }
        }
        try (Talker client = house.client()) {
            assertThat(client.ask("XFORWARD ADDR=192.0.2.7")).startsWith("503 5.7.0");
        }
    }
}
