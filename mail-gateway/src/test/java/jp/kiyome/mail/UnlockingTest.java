package jp.kiyome.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import jp.kiyome.mail.address.Mailbox;
import jp.kiyome.mail.fixture.FakeHop;
import jp.kiyome.mail.fixture.House;
import jp.kiyome.mail.fixture.Talker;
import jp.kiyome.mail.unlock.Answer;
import jp.kiyome.quarantine.audit.AuditRecord;
import jp.kiyome.quarantine.database.DatabaseSettings;
import jp.kiyome.quarantine.item.Actor;
import jp.kiyome.quarantine.item.Hit;
import jp.kiyome.quarantine.item.ItemId;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.item.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A mail with a locked attachment, and others of its sender that name the password or do not. */
class UnlockingTest {

    private static final String SENDER = "s@sender.example";
    private static final String LOCKED = House.MAIL + "\r\nVAULT Tulip77 the minutes\r\n";
    private static final String PASSWORD = House.MAIL.replace("hello", "先ほどの件") + "\r\nパスワードは「Tulip77」です。\r\n";
    private static final Organisation CITY = new Organisation("city-a");
    private static final Actor SUZUKI = Actor.person("suzuki");

    @TempDir
    Path folder;

    private static String send(House house, String from, String mail, String... to) {
        try (Talker client = house.client()) {
            return client.mail(from, mail, to);
        }
    }

    private static void awaitTrue(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private House house() {
        return new House(folder, UnaryOperator.identity());
    }

    private static List<FakeHop.Taken> opened(House house) {
        return Stream.concat(house.a.taken().stream(), house.b.taken().stream())
                .filter(mail -> mail.mail().contains("OPEN the minutes"))
                .toList();
    }

    private static ItemId locked(House house) {
        return house.items("city-a").getLast().id();
    }

    private static List<String> notes(House house, String action) {
        return house.store().trail().notes(CITY, locked(house)).stream()
                .filter(note -> note.action().equals(action))
                .map(AuditRecord::detail)
                .toList();
    }

    @Test
    void theRecipientGetsTheMailWithoutItAndThenInAnotherMailWithIt() throws InterruptedException {
        try (House house = house()) {
            assertThat(send(house, SENDER, LOCKED, "x@a.example")).startsWith("250");
            assertThat(house.a.taken().getFirst().mail()).contains("(locked)").contains("X-Notice: パスワード付きのファイルは");
            assertThat(house.items("city-a")).extracting(Hit::state).containsExactly(State.DELIVERED);
            assertThat(send(house, SENDER, PASSWORD, "x@a.example")).startsWith("250");
            awaitTrue(() -> house.letters.sentLetters() == 1);
            FakeHop.Taken mail = opened(house).getFirst();
            assertThat(mail.from()).startsWith("MAIL FROM:<>");
            assertThat(mail.to()).containsExactly("RCPT TO:<x@a.example>");
            assertThat(mail.mail())
                    .contains("From: a@sender.example")
                    .contains("X-Kiyome-Sanitized: yes")
                    .contains("X-Notice: 【お知らせ】パスワード付きの添付ファイルを開いて")
                    .containsPattern("パスワードは、[0-9]{4}年[0-9]+月[0-9]+日 [0-9]+:[0-9]{2} に同じ差出人から");
            awaitTrue(() -> house.items("city-a").stream().allMatch(hit -> hit.state() == State.DELIVERED));
            assertThat(house.items("city-a")).hasSize(2);
            assertThat(notes(house, "item.unlocked")).singleElement().asString().contains("\"for\":\"x@a.example\"");
        }
    }

    @Test
    void aPasswordThatCameBeforeOpensItToo() throws InterruptedException {
        try (House house = house()) {
            send(house, SENDER, PASSWORD, "x@a.example");
            send(house, SENDER, LOCKED, "x@a.example", "y@a.example");
            awaitTrue(() -> house.letters.sentLetters() == 1);
            assertThat(opened(house)).singleElement().satisfies(mail -> assertThat(mail.to())
                    .containsExactly("RCPT TO:<x@a.example>"));
            send(house, SENDER, PASSWORD, "y@a.example");
            awaitTrue(() -> opened(house).size() == 2);
            assertThat(opened(house).getLast().to()).containsExactly("RCPT TO:<y@a.example>");
        }
    }

    @Test
    void aPasswordInTheMailItselfOpensIt() throws InterruptedException {
        try (House house = house()) {
            send(house, SENDER, LOCKED + "パスワード: Tulip77\r\n", "x@a.example");
            awaitTrue(() -> opened(house).size() == 1);
        }
    }

    @Test
    void theSamePasswordMailTwiceOpensItOnce() throws InterruptedException {
        try (House house = house()) {
            send(house, SENDER, LOCKED, "x@a.example");
            send(house, SENDER, PASSWORD, "x@a.example");
            send(house, SENDER, PASSWORD, "x@a.example");
            send(house, SENDER, PASSWORD + "again", "x@a.example");
            awaitTrue(() -> opened(house).size() == 1);
            assertThat(house.unlocking().opened()).isEqualTo(1);
            assertThat(house.items("city-a")).hasSize(2);
        }
    }

    /** Another sender, whoever the header says it is; another recipient; another organisation; nobody. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "other@sender.example x@a.example",
                "s@sender.example y@a.example",
                "s@sender.example x@b.example",
                " x@a.example"
            })
    void onlyTheSameSenderToTheSameRecipientOpensIt(String way) {
        String[] words = way.split(" ", -1);
        try (House house = house()) {
            send(house, SENDER, LOCKED, "x@a.example");
            send(house, words[0], PASSWORD, words[1]);
            assertThat(house.unlocking().opened()).isZero();
            assertThat(notes(house, "item.password")).isEmpty();
        }
    }

    /** Who forges the sender and knows the password makes it come to its own recipients, and to himself nothing. */
    @Test
    void aForgedSenderGetsNothing() throws InterruptedException {
        try (House house = house()) {
            send(house, SENDER, LOCKED, "x@a.example");
            send(house, SENDER, PASSWORD, "thief@a.example", "x@a.example");
            awaitTrue(() -> opened(house).size() == 1);
            awaitTrue(() -> house.store().outbox().waiting(CITY) == 0);
            assertThat(opened(house)).singleElement().satisfies(mail -> assertThat(mail.to())
                    .containsExactly("RCPT TO:<x@a.example>"));
        }
    }

    @Test
    void aPasswordThatComesTooLateOpensNothing() {
        Clock clock = new Clock();
        DatabaseSettings database = new DatabaseSettings.Transient();
        try (House house = new House(folder, UnaryOperator.identity(), new FakeHop(), new FakeHop(), database, clock)) {
            send(house, SENDER, LOCKED, "x@a.example");
            clock.now = clock.now.plus(Duration.ofHours(73));
            send(house, SENDER, PASSWORD, "x@a.example");
            send(house, SENDER, LOCKED.replace("minutes", "later minutes"), "y@a.example");
            assertThat(house.unlocking().opened()).isZero();
        }
    }

    @Test
    void afterFiveWrongMailsNoMoreAreTried() {
        try (House house = house()) {
            send(house, SENDER, LOCKED, "x@a.example");
            for (int i = 0; i < 6; i++) {
                send(house, SENDER, PASSWORD.replace("Tulip77", "Wrong" + i), "x@a.example");
            }
            assertThat(notes(house, "item.password")).hasSize(5);
            send(house, SENDER, PASSWORD, "x@a.example");
            assertThat(house.unlocking().opened()).isZero();
        }
    }

    @Test
    void mailThatNamesNoPasswordIsNoTry() {
        try (House house = house()) {
            send(house, SENDER, LOCKED, "x@a.example");
            for (int i = 0; i < 7; i++) {
                send(house, SENDER, House.MAIL + i, "x@a.example");
            }
            assertThat(notes(house, "item.password")).isEmpty();
        }
    }

    @Test
    void aPersonMayTryAndIsAnswered() throws InterruptedException {
        Mailbox x = Mailbox.read("x@a.example").orElseThrow();
        Mailbox y = Mailbox.read("y@a.example").orElseThrow();
        try (House house = house()) {
            send(house, SENDER, LOCKED, "x@a.example");
            ItemId item = locked(house);
            assertThat(house.unlocking().unlock(CITY, item, List.of("no"), SUZUKI, List.of(y)))
                    .isEqualTo(Answer.GONE);
            assertThat(house.unlocking()
                            .unlock(new Organisation("city-b"), item, List.of("Tulip77"), SUZUKI, List.of(x)))
                    .isEqualTo(Answer.GONE);
            assertThat(house.unlocking().unlock(CITY, item, List.of("no"), SUZUKI, List.of(x)))
                    .isEqualTo(Answer.WRONG);
            assertThat(house.unlocking().unlock(CITY, item, List.of("no", "Tulip77"), SUZUKI, List.of(x)))
                    .isEqualTo(Answer.OPENED);
            assertThat(house.unlocking().unlock(CITY, item, List.of("Tulip77"), SUZUKI, List.of(x)))
                    .isEqualTo(Answer.NOT_LOCKED);
            awaitTrue(() -> opened(house).size() == 1);
            assertThat(opened(house).getFirst().mail()).contains("画面で入力された");
            assertThat(house.store().trail().notes(CITY, item))
                    .extracting(AuditRecord::who)
                    .contains("person:suzuki");
        }
    }

    @Test
    void aPersonMayNotTryForEver() {
        Mailbox x = Mailbox.read("x@a.example").orElseThrow();
        try (House house = house()) {
            send(house, SENDER, LOCKED, "x@a.example");
            for (int i = 0; i < 5; i++) {
                assertThat(house.unlocking().unlock(CITY, locked(house), List.of("no" + i), SUZUKI, List.of(x)))
                        .isEqualTo(Answer.WRONG);
            }
            assertThat(house.unlocking().unlock(CITY, locked(house), List.of("Tulip77"), SUZUKI, List.of(x)))
                    .isEqualTo(Answer.TOO_MANY_TRIES);
        }
    }

    @Test
    void whereTheSettingsSayNoMailsAreNotSearched() {
        UnaryOperator<String> no =
                text -> text.replaceFirst("    administrators", "    passwords: {from-mails: no}\n    administrators");
        try (House house = new House(folder, no)) {
            send(house, SENDER, LOCKED, "x@a.example");
            send(house, SENDER, PASSWORD, "x@a.example");
            assertThat(house.unlocking().opened()).isZero();
        }
    }

    /** With a next hop that takes nothing the opened mail waits on disk, and survives a restart. */
    @Test
    void whatWasOpenedOutlivesARestartAndThePasswordIsNowhere() throws Exception {
        DatabaseSettings database = new DatabaseSettings.Embedded(folder.resolve("store"));
        FakeHop hop = new FakeHop();
        try (House house = new House(
                folder, UnlockingTest::keepingNothing, hop, new FakeHop(), database, InstantSource.system())) {
            send(house, SENDER, LOCKED.replace("Tulip77", "Tulip7" + "7"), "x@a.example");
            hop.behave(FakeHop.Manner.SAY_LATER_AFTER_DOT);
            assertThat(send(house, SENDER, PASSWORD, "x@a.example")).startsWith("451");
            assertThat(opened(house)).isEmpty();
        }
        FakeHop back = new FakeHop();
        try (House house = new House(
                folder, UnlockingTest::keepingNothing, back, new FakeHop(), database, InstantSource.system())) {
            awaitTrue(() -> opened(house).size() == 1);
            awaitTrue(() -> house.items("city-a").stream().allMatch(hit -> hit.state() == State.DELIVERED));
            assertThat(house.store().check().check(CITY, SUZUKI).faults()).isEmpty();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain("Tulip77");
            }
        }
    }

    private static String keepingNothing(String text) {
        return text.replaceFirst("    administrators", "    keep: held\n    administrators");
    }

    /** A clock that stands until it is set. */
    private static final class Clock implements InstantSource {

        private volatile Instant now = Instant.parse("2026-11-23T01:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }
    }
}
