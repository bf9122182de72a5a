package jp.kiyome.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jp.kiyome.mail.fixture.FakeHop;
import jp.kiyome.mail.fixture.House;
import jp.kiyome.mail.fixture.Talker;
import jp.kiyome.mail.relay.Kind;
import jp.kiyome.quarantine.item.Hit;
import jp.kiyome.quarantine.item.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** RFC 2033: a client that hears of each recipient by itself. */
class LmtpTest {

    @TempDir
    Path folder;

    private House house;

    @BeforeEach
    void open() {
        house = new House(
                folder,
                text -> text.replace("port: 10025}", "port: 10025, protocol: lmtp}") + "limits: {size: 1MiB}\n");
    }

    @AfterEach
    void close() {
        house.close();
    }

    private Talker client() {
        Talker client = new Talker(house.port());
        assertThat(client.reply()).startsWith("220 gw.example LMTP");
        assertThat(client.ask("LHLO client.example.invalid")).startsWith("250-gw.example");
        return client;
    }

    private List<String> send(String mail, String... to) {
        try (Talker client = client()) {
            List<String> answers = new ArrayList<>();
            answers.add(client.mail("s@sender.example", mail, to));
            while (answers.size() < to.length) {
                answers.add(client.reply());
            }
            assertThat(client.ask("NOOP")).startsWith("250 2.0.0 Ok");
            return answers.stream().map(answer -> answer.substring(0, 3)).toList();
        }
    }

    private static String stub(String what) {
        return "X-Stub: " + what + "\r\n" + House.MAIL;
    }

    @Test
    void eachRecipientHearsWhatBecameOfTheirs() {
        house.a.refuse("nobody@");
        assertThat(send(House.MAIL, "x@a.example", "nobody@a.example", "y@b.example"))
                .containsExactly("250", "550", "250");
        assertThat(house.a.taken()).singleElement().satisfies(mail -> {
            assertThat(mail.to()).containsExactly("RCPT TO:<x@a.example>");
            assertThat(mail.mail()).contains(" with LMTP\r\n");
        });
        assertThat(house.items("city-a")).isEmpty();
    }

    @Test
    void whoHasTheirsIsNotKeptWaitingForOthers() {
        house.b.behave(FakeHop.Manner.SAY_LATER_AFTER_DOT);
        assertThat(send(House.MAIL, "y@b.example", "x@a.example")).containsExactly("451", "250");
        assertThat(house.items("city-b")).isEmpty();
        assertThat(house.notices).extracting("kind").containsExactly(Kind.NEXT_HOP);
        house.b.behave(FakeHop.Manner.ACCEPT);
        assertThat(send(House.MAIL, "y@b.example")).containsExactly("250");
        assertThat(house.a.taken()).hasSize(1);
        assertThat(house.b.taken()).hasSize(1);
    }

    /** Nobody would ask for it again: whoever has it is not remembered for a second time. */
    @Test
    void theSameMailOnceMoreIsDeliveredOnceMore() {
        for (int times = 1; times <= 2; times++) {
            house.b.behave(FakeHop.Manner.SAY_LATER_AFTER_DOT);
            assertThat(send(House.MAIL, "x@a.example", "y@b.example")).containsExactly("250", "451");
            assertThat(house.a.taken()).hasSize(times);
        }
    }

    @Test
    void aRecipientWhoIsNamedTwiceIsAnsweredForTwiceAndGetsItOnce() {
        assertThat(send(House.MAIL, "x@a.example", "x@a.example")).containsExactly("250", "250");
        assertThat(house.a.taken()).singleElement().satisfies(mail -> assertThat(mail.to())
                .hasSize(1));
    }

    @Test
    void whatIsRefusedForAllIsRefusedForEach() {
        String large = House.MAIL + "x\r\n".repeat(1 << 19);
        assertThat(send(large, "x@a.example", "y@b.example")).containsExactly("552", "552");
        assertThat(send(House.MAIL + "\nbare", "x@a.example", "y@b.example")).containsExactly("550", "550");
        assertThat(house.a.taken()).isEmpty();
    }

    @Test
    void whatIsHeldIsAnsweredWithYesAndWhatFailsIsHeldOnceItFailedTooOften() {
        assertThat(send(stub("block"), "x@a.example", "y@b.example")).containsExactly("250", "250");
        assertThat(house.items("city-a")).extracting(Hit::state).containsExactly(State.HELD);
        for (int times = 1; times < 3; times++) {
            assertThat(send(stub("fail"), "x@a.example", "y@b.example")).containsExactly("451", "451");
        }
        assertThat(send(stub("fail"), "x@a.example", "y@b.example")).containsExactly("250", "250");
        assertThat(house.items("city-b")).extracting(Hit::state).containsExactly(State.HELD, State.HELD);
        assertThat(house.a.taken()).isEmpty();
    }

    @Test
    void noOtherProtocolIsSpoken() {
        try (Talker client = new Talker(house.port())) {
            client.reply();
            assertThat(client.ask("EHLO client.example.invalid")).startsWith("500 5.5.1");
            assertThat(client.ask("HELO client.example.invalid")).startsWith("500 5.5.1");
            assertThat(client.ask("MAIL FROM:<>")).startsWith("503");
        }
    }
}
