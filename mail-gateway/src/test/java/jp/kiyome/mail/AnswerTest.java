package jp.kiyome.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {

    @TempDir
    Path folder;

    private House house;

    @BeforeEach
    void open() {
        house = new House(folder, UnaryOperator.identity());
    }

    @AfterEach
    void close() {
        house.close();
    }

    private String send(String mail, String... to) {
        try (Talker client = house.client()) {
            return client.mail("s@sender.example", mail, to);
        }
    }

    private static String stub(String what) {
        return "X-Stub: " + what + "\r\n" + House.MAIL;
    }

    @Test
    void yesMeansThatTheNextHopHasTheRebuiltMail() {
        assertThat(send(House.MAIL, "x@a.example")).startsWith("250 2.0.0");
        assertThat(house.a.taken()).hasSize(1);
        String mail = house.a.taken().getFirst().mail();
        assertThat(mail)
                .startsWith("Received: from client.example.invalid (unknown [127.0.0.1])\r\n by gw.example (Kiyome)");
        assertThat(mail)
                .contains("X-Kiyome-Sanitized: yes; reference=")
                .contains("X-Tag: [")
                .endsWith("hello\r\n");
    }

    @ParameterizedTest
    @EnumSource(
            value = FakeHop.Manner.class,
            names = {"SAY_LATER", "SAY_LATER_AFTER_DOT", "SAY_NOTHING_AFTER_DOT", "DIE_IN_THE_MIDDLE", "NOT_GREET"})
    void untilTheNextHopHasItTheSenderKeepsIt(FakeHop.Manner manner) throws InterruptedException {
        house.a.behave(manner);
        assertThat(send(House.MAIL, "x@a.example")).startsWith("451 4.").contains("reference");
        assertThat(house.items("city-a")).isEmpty();
        house.a.behave(FakeHop.Manner.ACCEPT);
        Thread.sleep(20);
        assertThat(send(House.MAIL, "x@a.example")).startsWith("250");
        assertThat(house.a.taken()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = FakeHop.Manner.class,
            names = {"SAY_NEVER", "SAY_NEVER_AFTER_DOT"})
    void whatTheNextHopRefusesForGoodIsRefusedForGood(FakeHop.Manner manner) {
        house.a.behave(manner);
        assertThat(send(House.MAIL, "x@a.example")).startsWith("55").contains("never");
    }

    @Test
    void eachOrganisationGetsAMailOfItsOwn() {
        assertThat(send(House.MAIL, "x@a.example", "y@b.example", "z@a.example"))
                .startsWith("250");
        assertThat(house.a.taken()).hasSize(1);
        assertThat(house.a.taken().getFirst().to()).containsExactly("RCPT TO:<x@a.example>", "RCPT TO:<z@a.example>");
        assertThat(house.b.taken().getFirst().to()).containsExactly("RCPT TO:<y@b.example>");
        assertThat(house.b.taken().getFirst().mail()).doesNotContain("a.example>");
    }

    @Test
    void whatOneOfTwoCannotHaveIsHeldAndNobodyGetsItTwice() {
        house.b.behave(FakeHop.Manner.SAY_LATER_AFTER_DOT);
        assertThat(send(House.MAIL, "x@a.example", "y@b.example")).startsWith("250");
        assertThat(house.a.taken()).hasSize(1);
        assertThat(house.items("city-b")).extracting(Hit::state).containsExactly(State.HELD);
        assertThat(house.notices).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(Kind.UNDELIVERED);
            assertThat(notice.text()).contains("y@b.example: 451");
        });
    }

    @Test
    void aRecipientWhomTheNextHopDoesNotKnowIsHeldForTheOthersHaveIt() {
        house.a.refuse("nobody@");
        assertThat(send(House.MAIL, "x@a.example", "nobody@a.example")).startsWith("250");
        assertThat(house.a.taken().getFirst().to()).containsExactly("RCPT TO:<x@a.example>");
        assertThat(house.items("city-a")).extracting(Hit::state).containsExactly(State.HELD);
        assertThat(send(House.MAIL, "nobody@a.example")).startsWith("550");
    }

    @Test
    void blockedAndLockedMailIsHeld() {
        assertThat(send(stub("block"), "x@a.example")).startsWith("250");
        assertThat(send(stub("lock"), "x@a.example")).startsWith("250");
        assertThat(house.a.taken()).isEmpty();
        assertThat(house.items("city-a")).extracting(Hit::state).containsExactly(State.HELD, State.HELD);
        assertThat(house.notices).extracting("kind").containsExactly(Kind.BLOCKED, Kind.LOCKED);
        assertThat(house.notices.getFirst().to()).hasToString("[admin@a.example]");
    }

    @Test
    void whatFailsComesAgainUntilItHasFailedTooOften() {
        assertThat(send(stub("fail"), "x@a.example")).startsWith("451 4.3.0");
        assertThat(send(stub("fail"), "x@a.example")).startsWith("451 4.3.0");
        assertThat(house.items("city-a")).isEmpty();
        assertThat(send(stub("fail"), "x@a.example")).startsWith("250");
        assertThat(house.items("city-a")).extracting(Hit::state).containsExactly(State.HELD);
        assertThat(house.notices.getLast().kind()).isEqualTo(Kind.GAVE_UP);
        assertThat(house.a.taken()).isEmpty();
    }

    /** As after a kill between the next hop's yes and ours: nobody was told, and another process goes on. */
    @Test
    void whatTheNextHopHasIsNotHandedOverAgainByTheNextProcess() {
        house.a.whenTaken = house::loseStore;
        assertThat(send(stub("find"), "x@a.example")).startsWith("451");
        assertThat(house.a.taken()).hasSize(1);
        house.a.whenTaken = () -> {};
        try (House next = new House(folder, UnaryOperator.identity(), house.a, house.b);
                Talker client = next.client()) {
            assertThat(client.mail("s@sender.example", stub("find"), "x@a.example"))
                    .startsWith("250");
            assertThat(house.a.taken()).hasSize(1);
            assertThat(client.mail("s@sender.example", stub("find"), "x@a.example"))
                    .startsWith("250");
            assertThat(house.a.taken()).hasSize(2);
        }
    }

    /** The client is reset while the hop takes the mail, and comes again. */
    @Test
    void whoDidNotHearTheAnswerDoesNotHaveItHandedOverAgain() {
        Talker lost = house.client();
        house.a.whenTaken = () -> reset(lost);
        begin(lost, "");
        awaitTrue(() -> house.gateway().figures().accepted() == 1);
        house.a.whenTaken = () -> {};
        assertThat(house.a.taken()).hasSize(1);
        assertThat(send(House.MAIL, "x@a.example")).startsWith("250");
        assertThat(house.a.taken()).hasSize(1);
        assertThat(send(House.MAIL, "x@a.example")).startsWith("250");
        assertThat(house.a.taken()).hasSize(2);
    }

    private byte[] noted() {
        try {
            return Files.readAllBytes(folder.resolve("handed-over"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void reset(Talker client) {
        try {
            client.socket().setSoLinger(true, 0);
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
        client.close();
    }

    @Test
    void whatTheNextHopHasIsNotedBeforeItIsToldGoodbye() {
        byte[] before = noted();
        AtomicReference<byte[]> atTheEnd = new AtomicReference<>(before);
        house.a.whenLeft = () -> atTheEnd.set(noted());
        assertThat(send(House.MAIL, "x@a.example")).startsWith("250");
        assertThat(atTheEnd.get()).isNotEqualTo(before);
    }

    @Test
    void nothingIsSentToAnybodyWhileItFailsForOne() {
        assertThat(send(stub("fail"), "x@a.example", "y@b.example")).startsWith("451");
        assertThat(house.a.taken()).isEmpty();
        assertThat(house.b.taken()).isEmpty();
    }

    /** Five times: more often than a mail may fail before it is held. */
    @ParameterizedTest
    @ValueSource(strings = {"block", "lock", "fail", "find"})
    void whatTheStoreCannotTakeIsNeverAccepted(String what) {
        house.loseStore();
        for (int i = 0; i < 5; i++) {
            assertThat(send(stub(what), "x@a.example")).startsWith("451");
        }
        assertThat(house.a.taken()).isEmpty();
    }

    @Test
    void theSameMailHandedInTwiceIsFiledOnce() {
        assertThat(send(stub("block"), "x@a.example")).startsWith("250");
        assertThat(send(stub("block"), "x@a.example")).startsWith("250");
        assertThat(house.items("city-a")).hasSize(1);
    }

    @Test
    void theSameMailSentTwiceIsDeliveredTwice() {
        assertThat(send(House.MAIL, "x@a.example")).startsWith("250");
        assertThat(send(House.MAIL, "x@a.example")).startsWith("250");
        assertThat(house.a.taken()).hasSize(2);
    }

    @Test
    void changedMailIsKeptAndSaidToBeDelivered() {
        assertThat(send(stub("find"), "x@a.example")).startsWith("250");
        assertThat(house.items("city-a")).extracting(Hit::state).containsExactly(State.DELIVERED);
        assertThat(send(House.MAIL, "x@a.example")).startsWith("250");
        assertThat(house.items("city-a")).hasSize(1);
    }

    /** City a has two turns; with its next hop hanging both are taken, and city b does not notice. */
    @Test
    void anOrganisationWhoseNextHopHangsDelaysNoOther() {
        house.a.behave(FakeHop.Manner.HANG);
        try (Talker one = house.client();
                Talker two = house.client();
                Talker three = house.client()) {
            begin(one, "1");
            begin(two, "2");
            awaitTrue(() -> house.gateway().figures().mails() == 2);
            long start = System.nanoTime();
            assertThat(send(House.MAIL, "y@b.example")).startsWith("250");
            begin(three, "3");
            assertThat(three.reply()).startsWith("451 4.3.2");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
            assertThat(one.reply()).startsWith("451");
            assertThat(two.reply()).startsWith("451");
        }
    }

    private static void begin(Talker client, String number) {
        client.ask("MAIL FROM:<s@sender.example>");
        client.ask("RCPT TO:<x@a.example>");
        client.ask("DATA");
        client.raw(House.MAIL + number + "\r\n.\r\n");
    }

    private static void awaitTrue(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
