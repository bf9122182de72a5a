package jp.kiyome.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import jp.kiyome.mail.fixture.FakeHop;
import jp.kiyome.mail.fixture.House;
import jp.kiyome.mail.fixture.Talker;
import jp.kiyome.quarantine.item.Hit;
import jp.kiyome.quarantine.item.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandingOnTest {

    @TempDir
    Path folder;

    private static String send(Talker client, String from, String to) {
        assertThat(client.ask("MAIL FROM:" + from)).startsWith("250");
        assertThat(client.ask("RCPT TO:" + to)).startsWith("250");
        client.ask("DATA");
        return client.raw(House.MAIL + "\r\n.\r\n").reply();
    }

    @Test
    void whatASenderAsksForIsPassedOn() {
        try (House house = new House(folder, UnaryOperator.identity());
                Talker client = house.client()) {
            assertThat(send(
                            client,
                            "<s@sender.example> BODY=8BITMIME RET=HDRS ENVID=QQ314",
                            "<x@a.example> NOTIFY=SUCCESS,DELAY ORCPT=rfc822;x@a.example"))
                    .startsWith("250");
            assertThat(house.a.taken().getFirst().from())
                    .matches("MAIL FROM:<s@sender\\.example> SIZE=[0-9]+ BODY=8BITMIME RET=HDRS ENVID=QQ314");
            assertThat(house.a.taken().getFirst().to())
                    .containsExactly("RCPT TO:<x@a.example> NOTIFY=SUCCESS,DELAY ORCPT=rfc822;x@a.example");
        }
    }

    @Test
    void whatTheNextHopDoesNotKnowIsNotSaid() {
        try (House house = new House(folder, UnaryOperator.identity());
                Talker client = house.client()) {
            house.a.offer();
            assertThat(send(client, "<> BODY=8BITMIME RET=HDRS", "<x@a.example> NOTIFY=NEVER"))
                    .startsWith("250");
            assertThat(house.a.taken().getFirst().from()).isEqualTo("MAIL FROM:<>");
            assertThat(house.a.taken().getFirst().to()).containsExactly("RCPT TO:<x@a.example>");
        }
    }

    @Test
    void anAddressThatTheNextHopCannotHearIsRefused() {
        try (House house = new House(folder, UnaryOperator.identity());
                Talker client = house.client()) {
            assertThat(send(client, "<田中@sender.example> SMTPUTF8", "<x@a.example>"))
                    .startsWith("250");
            assertThat(house.a.taken().getFirst().from())
                    .startsWith("MAIL FROM:<田中@sender.example>")
                    .contains(" SMTPUTF8");
            house.a.offer("8BITMIME");
            assertThat(send(client, "<田中@sender.example> SMTPUTF8", "<x@a.example>"))
                    .startsWith("553 5.6.7");
        }
    }

    @Test
    void theSecondNextHopIsTakenWhereTheFirstIsAway() {
        try (FakeHop second = new FakeHop();
                House house = new House(
                        folder,
                        text -> text.replaceFirst(
                                "port: ([0-9]+)}\\]\n    administrators",
                                "port: $1}, {host: 127.0.0.1, port: " + second.port() + "}]\n    administrators"))) {
            house.a.behave(FakeHop.Manner.NOT_GREET);
            try (Talker client = house.client()) {
                assertThat(send(client, "<>", "<x@a.example>")).startsWith("250");
            }
            assertThat(second.taken()).hasSize(1);
        }
    }

    @Test
    void lmtpAnswersForEachRecipient() {
        FakeHop lmtp = new FakeHop(true);
        lmtp.refuse("no@");
        try (House house = new House(
                        folder,
                        text -> text.replaceFirst(
                                "port: ([0-9]+)}\\]\n    admin", "port: $1, protocol: lmtp}]\n    admin"),
                        lmtp,
                        new FakeHop());
                Talker client = house.client()) {
            assertThat(client.mail("s@sender.example", House.MAIL, "yes@a.example", "no@a.example"))
                    .startsWith("250");
            assertThat(lmtp.commands()).first().asString().startsWith("LHLO gw.example");
            assertThat(house.items("city-a")).extracting(Hit::state).containsExactly(State.HELD);
            assertThat(house.notices.getFirst().text()).contains("no@a.example").doesNotContain("yes@");
        }
    }

    @Test
    void encryptionThatIsInsistedOnIsNotDoneWithout() {
        try (House house = new House(
                        folder,
                        text -> text.replaceFirst(
                                "port: ([0-9]+)}\\]\n    admin", "port: $1, tls: must}]\n    admin"));
                Talker client = house.client()) {
            assertThat(send(client, "<>", "<x@a.example>")).startsWith("451");
            assertThat(house.a.taken()).isEmpty();
        }
    }

    @Test
    void whoseClientItWasIsToldWhereTheNextHopWantsToKnow() {
        try (House house = new House(folder, text -> text.replace("store:", "trusted-peers: [127.0.0.1]\nstore:")
                        .replaceFirst("port: ([0-9]+)}\\]\n    admin", "port: $1, xforward: yes}]\n    admin"));
                Talker client = house.client()) {
            house.a.offer("XFORWARD NAME ADDR PROTO HELO");
            client.ask("XFORWARD NAME=mx.sender.example ADDR=192.0.2.9 HELO=mx+2Bx");
            assertThat(send(client, "<>", "<x@a.example>")).startsWith("250");
            assertThat(house.a.commands())
                    .contains("XFORWARD NAME=mx.sender.example ADDR=192.0.2.9 PROTO=ESMTP HELO=mx+2Bx");
            assertThat(house.a.taken().getFirst().mail()).contains("(mx.sender.example [192.0.2.9])");
        }
    }

    @Test
    void theProxyHeaderSaysWhoConnects() {
        try (House house = new House(folder, text -> text.replace("store:", "trusted-peers: [127.0.0.1]\nstore:")
                        .replace("port: 10025", "port: 10025, proxy-protocol: yes"));
                Talker client = new Talker(house.port())) {
            client.raw(
                    "\r\n\r\n\0\r\nQUIT\n!\u0011\0\u000c\u0001\u0002\u0003\u0004\u007f\0\0\u0001\u0010\u0010\0\u0019");
            assertThat(client.reply()).startsWith("220");
            client.ask("EHLO client.example.invalid");
            assertThat(send(client, "<>", "<x@a.example>")).startsWith("250");
            assertThat(house.a.taken().getFirst().mail()).contains("[1.2.3.4]");
            assertThat(client.ask("XFORWARD ADDR=192.0.2.7")).startsWith("503");
        }
    }
}
