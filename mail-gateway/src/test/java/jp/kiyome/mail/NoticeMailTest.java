package jp.kiyome.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import jp.kiyome.mail.fixture.FakeHop;
import jp.kiyome.mail.fixture.House;
import jp.kiyome.mail.fixture.Talker;
import jp.kiyome.mail.relay.Kind;
import jp.kiyome.quarantine.database.DatabaseSettings;
import jp.kiyome.quarantine.item.Organisation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoticeMailTest {

    private static final Instant MORNING = Instant.parse("2026-11-22T23:00:00Z");

    @TempDir
    Path folder;

    private static String send(House house, String from, String mail, String... to) {
        try (Talker client = house.client()) {
            return client.mail(from, mail, to);
        }
    }

    private static String stub(String what) {
        return "X-Stub: " + what + "\r\n" + House.MAIL;
    }

    private static void awaitTrue(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    /** One more letter is put and comes, and nothing else before it or with it. */
    private static void controlled(House house, int all) throws InterruptedException {
        send(house, "s@sender.example", stub("block") + "control", "x@a.example");
        awaitTrue(() -> house.a.taken().size() >= all);
        awaitTrue(() -> house.store().outbox().waiting(new Organisation("city-a")) == 0);
        assertThat(house.a.taken()).hasSize(all);
    }

    private static String text(FakeHop.Taken mail) {
        String body = mail.mail().substring(mail.mail().indexOf("\r\n\r\n") + 4);
        return new String(Base64.getMimeDecoder().decode(body), StandardCharsets.UTF_8);
    }

    private static List<String> to(House house) {
        return house.a.taken().stream().flatMap(mail -> mail.to().stream()).toList();
    }

    @Test
    void anAdministratorHearsOfAHeldMailOnce() throws InterruptedException {
        try (House house = new House(folder, House.notices(""))) {
            assertThat(send(house, "s@sender.example", stub("block"), "x@a.example"))
                    .startsWith("250");
            assertThat(send(house, "s@sender.example", stub("block"), "x@a.example"))
                    .startsWith("250");
            awaitTrue(() -> house.letters.sentLetters() == 1);
            assertThat(house.notices).hasSize(2);
            assertThat(house.a.taken()).hasSize(1);
            FakeHop.Taken letter = house.a.taken().getFirst();
            assertThat(letter.from()).startsWith("MAIL FROM:<>");
            assertThat(letter.to()).containsExactly("RCPT TO:<admin@a.example>");
            assertThat(letter.mail())
                    .contains(" <kiyome@a.example>\r\n")
                    .contains("\r\nAuto-Submitted: auto-generated\r\n")
                    .containsPattern("\r\nMessage-ID: <[0-9a-f]{64}@gw\\.example>\r\n")
                    .containsPattern("\r\nDate: [A-Z][a-z]{2}, ");
            assertThat(text(letter))
                    .contains("city-a メール管理ご担当者様")
                    .contains("差出人　: s@sender.example")
                    .contains("件名　　: hello")
                    .contains("理由　　: この種類のファイルはまだ無害化できません");
        }
    }

    @Test
    void whoseMailWasHeldHearsOfItWhereTheSettingsSaySo() throws InterruptedException {
        try (House house = new House(folder, House.notices(", recipients: [held]"))) {
            send(house, "s@sender.example", stub("block"), "x@a.example", "y@a.example");
            send(house, "s@sender.example", stub("lock"), "z@a.example");
            awaitTrue(() -> house.letters.sentLetters() == 4);
            assertThat(to(house))
                    .containsExactlyInAnyOrder(
                            "RCPT TO:<admin@a.example>",
                            "RCPT TO:<admin@a.example>",
                            "RCPT TO:<x@a.example>",
                            "RCPT TO:<y@a.example>");
            FakeHop.Taken own = house.a.taken().stream()
                    .filter(mail -> mail.to().toString().contains("<x@"))
                    .findFirst()
                    .orElseThrow();
            assertThat(text(own)).contains("x@a.example 様").doesNotContain("y@a.example", "admin@");
        }
    }

    @Test
    void nobodyIsToldBecauseOfAListAReportOrAProgram() throws InterruptedException {
        try (House house = new House(folder, House.notices(", recipients: [held, locked]"))) {
            send(house, "s@sender.example", "List-Id: <l.example>\r\n" + stub("block"), "x@a.example");
            send(house, "", stub("block"), "x@a.example");
            send(house, "owner-list@sender.example", stub("lock"), "x@a.example");
            send(house, "list-bounces+x=a.example@sender.example", stub("block"), "x@a.example");
            send(house, "MAILER-DAEMON@sender.example", stub("block"), "x@a.example");
            awaitTrue(() -> house.letters.sentLetters() == 5);
            assertThat(to(house)).hasSize(5).containsOnly("RCPT TO:<admin@a.example>");
        }
    }

    /** What nobody could read may be anything. */
    @Test
    void nobodyIsToldOfWhatCouldNotBeRead() throws InterruptedException {
        try (House house = new House(
                folder,
                House.notices(", recipients: [held]").andThen(text -> text.replace("attempts: 3", "attempts: 1"))
                        ::apply)) {
            send(house, "s@sender.example", stub("die"), "x@a.example");
            awaitTrue(() -> house.letters.sentLetters() == 1);
            assertThat(house.notices.getFirst().kind()).isEqualTo(Kind.GAVE_UP);
            assertThat(house.letters.written()).isEqualTo(1);
            assertThat(to(house)).containsOnly("RCPT TO:<admin@a.example>");
        }
    }

    @Test
    void ofMailOnItsWayOutNobodyOutsideIsTold() throws InterruptedException {
        UnaryOperator<String> out = text -> House.notices(", recipients: [held]")
                .apply(text)
                .replaceFirst(
                        "    notices",
                        "    client-networks: [127.0.0.0/8]\n    outbound: [{host: 127.0.0.1, port: 1}]\n    notices");
        try (House house = new House(folder, out)) {
            send(house, "staff@a.example", stub("block"), "partner@elsewhere.example");
            awaitTrue(() -> house.letters.sentLetters() == 2);
            assertThat(to(house)).containsExactlyInAnyOrder("RCPT TO:<admin@a.example>", "RCPT TO:<staff@a.example>");
        }
    }

    @Test
    void whereTooManyThingsHappenOneLetterStandsForTheRest() throws InterruptedException {
        Clock clock = new Clock(MORNING);
        try (House house = house(House.notices(", an-hour: 2"), clock)) {
            for (int i = 0; i < 5; i++) {
                send(house, "s@sender.example", stub("block") + i, "x@a.example");
            }
            awaitTrue(() -> house.letters.sentLetters() == 2);
            assertThat(house.letters.withheldLetters()).isEqualTo(3);
            clock.forward(Duration.ofMinutes(61));
            awaitTrue(() -> house.letters.sentLetters() == 3);
            assertThat(text(house.a.taken().getLast())).contains("3 件を送らずに省きました");
            clock.forward(Duration.ofMinutes(61));
            controlled(house, 4);
        }
    }

    @Test
    void lettersWaitForTheNextHopInTheirOrderAndOutliveARestart() throws InterruptedException {
        FakeHop hop = new FakeHop();
        DatabaseSettings database = new DatabaseSettings.Embedded(folder.resolve("store"));
        try (House house = new House(folder, House.notices(""), hop, new FakeHop(), database, InstantSource.system())) {
            hop.behave(FakeHop.Manner.NOT_GREET);
            for (String number : List.of("one", "two", "three")) {
                String mail = stub("block").replace("hello", number);
                assertThat(sendWhenLet(house, mail)).startsWith("250");
            }
            assertThat(house.letters.sentLetters()).isZero();
        }
        FakeHop back = new FakeHop();
        try (House house =
                new House(folder, House.notices(""), back, new FakeHop(), database, InstantSource.system())) {
            awaitTrue(() -> back.taken().size() == 3);
            assertThat(back.taken())
                    .extracting(NoticeMailTest::text)
                    .satisfiesExactly(
                            one -> assertThat(one).contains("件名　　: one"),
                            two -> assertThat(two).contains("件名　　: two"),
                            three -> assertThat(three).contains("件名　　: three"));
            controlled(house, 4);
        }
    }

    /** Recipients of a next hop that was away a moment ago are told to come again. */
    private static String sendWhenLet(House house, String mail) throws InterruptedException {
        String answer = "";
        for (int i = 0; i < 200 && !answer.startsWith("250"); i++) {
            answer = send(house, "s@sender.example", mail, "x@a.example");
            Thread.sleep(20);
        }
        return answer;
    }

    @Test
    void aHostileSubjectBeginsNoFieldAndTurnsNoScreen() throws InterruptedException {
        String subject = "a\u202Egpj.exe\u0007 =?UTF-8?Q?=0D=0ABcc:_x@evil.example.invalid?=";
        try (House house = new House(folder, House.notices(""))) {
            send(house, "s@sender.example", stub("block").replace("hello", subject), "x@a.example");
            awaitTrue(() -> house.letters.sentLetters() == 1);
            FakeHop.Taken letter = house.a.taken().getFirst();
            assertThat(letter.mail().lines().takeWhile(line -> !line.isEmpty()))
                    .noneMatch(line -> line.startsWith("Bcc") || line.contains("\u202E"));
            assertThat(text(letter)).doesNotContain("\u202E", "\u0007");
        }
    }

    @Test
    void theListOfHeldMailComesOnceADayAndNotWhenNothingIsHeld() throws InterruptedException {
        Clock clock = new Clock(MORNING);
        try (House house = house(House.notices(", digest: {at: \"08:30\"}"), clock)) {
            send(house, "s@sender.example", stub("block"), "x@a.example", "y@a.example");
            send(house, "s@sender.example", stub("lock"), "x@a.example");
            awaitTrue(() -> house.letters.sentLetters() == 2);
            house.a.forget();
            clock.forward(Duration.ofMinutes(31));
            awaitTrue(() -> house.a.taken().size() == 2);
            assertThat(to(house)).containsExactlyInAnyOrder("RCPT TO:<x@a.example>", "RCPT TO:<y@a.example>");
            FakeHop.Taken both = house.a.taken().stream()
                    .filter(mail -> mail.to().toString().contains("<x@"))
                    .findFirst()
                    .orElseThrow();
            assertThat(text(both)).contains("次の 2 件を").contains("件名　　: hello").contains("受付番号: ");
        }
        try (House again = house(House.notices(", digest: {at: \"08:30\"}"), clock)) {
            controlled(again, 1);
            assertThat(again.troubles).isEmpty();
        }
    }

    @Test
    void officersGetTheWholeList() throws InterruptedException {
        Clock clock = new Clock(MORNING);
        try (House house =
                house(House.notices(", digest: {at: \"08:30\", to: officers, officers: [o@a.example]}"), clock)) {
            send(house, "s@sender.example", stub("block"), "x@a.example");
            awaitTrue(() -> house.letters.sentLetters() == 1);
            clock.forward(Duration.ofMinutes(31));
            awaitTrue(() -> house.letters.sentLetters() == 2);
            assertThat(house.a.taken().getLast().to()).containsExactly("RCPT TO:<o@a.example>");
            clock.forward(Duration.ofDays(1));
            awaitTrue(() -> house.letters.sentLetters() == 3);
        }
    }

    @Test
    void withoutSettingsNobodyIsSentAnything() {
        try (House house = new House(folder, UnaryOperator.identity())) {
            send(house, "s@sender.example", stub("block"), "x@a.example");
            assertThat(house.notices).hasSize(1);
            assertThat(house.letters.written()).isZero();
        }
    }

    private House house(UnaryOperator<String> change, InstantSource clock) {
        DatabaseSettings database = new DatabaseSettings.Embedded(folder.resolve("store"));
        return new House(folder, change, new FakeHop(), new FakeHop(), database, clock);
    }

    /** A clock that stands until it is set forward. */
    private static final class Clock implements InstantSource {

        private volatile Instant now;

        Clock(Instant now) {
            this.now = now;
        }

        void forward(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
