package jp.kiyome.mail.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import jp.kiyome.bridge.policy.Action;
import jp.kiyome.bridge.policy.VerdictRules;
import jp.kiyome.bridge.server.StandInCape;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.report.Digest;
import jp.kiyome.core.report.Verdict;
import jp.kiyome.mail.fixture.FakeHop;
import jp.kiyome.mail.fixture.House;
import jp.kiyome.mail.fixture.Talker;
import jp.kiyome.mail.relay.Kind;
import jp.kiyome.mail.relay.Notice;
import jp.kiyome.quarantine.item.Actor;
import jp.kiyome.quarantine.item.Conclusion;
import jp.kiyome.quarantine.item.Event;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.Opinion;
import jp.kiyome.quarantine.item.Part;
import jp.kiyome.quarantine.item.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mails that wait for a sandbox, from the dialogue to the next hop. The sandbox is a stand-in. */
class WaitingMailTest {

    static final Actor WHO = Actor.service("test");

    @TempDir
    Path folder;

    private final FakeHop hop = new FakeHop();
    private final StandInCape cape = new StandInCape();

    @BeforeEach
    void isAtWork() {
        cape.state = "running";
        cape.looksUntilThen = 0;
    }

    @AfterEach
    void close() {
        hop.close();
        cape.close();
    }

    /** As CAPE writes them, about a mail as it came. */
    static String report(String mail, String score) {
        String sha256 = Digest.of(HeapContent.of((mail + "\r\n").getBytes(StandardCharsets.UTF_8)))
                .sha256();
        return "{\"target\": {\"category\": \"file\", \"file\": {\"sha256\": \"" + sha256 + "\"}}, \"malscore\": "
                + score + ", \"signatures\": [{\"name\": \"injection\"}]}";
    }

    private void says(String score) {
        cape.report = report(House.MAIL, score);
        cape.state = "reported";
    }

    private WaitingHouse house(WaitingHouse.Said said) {
        return new WaitingHouse(folder, hop.port(), cape.uri(), said, InstantSource.system()).watching();
    }

    private static WaitingHouse.Said said(Action suspicious, Action atDeadline, Duration wait, String rules) {
        return new WaitingHouse.Said(new VerdictRules(Action.BLOCK, suspicious, Map.of(), atDeadline), wait, rules);
    }

    private static String send(WaitingHouse house, String... to) {
        try (Talker client = Talker.greeted(house.port())) {
            return client.mail("s@sender.example", House.MAIL, to);
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        Instant end = Instant.now().plusSeconds(30);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("it takes too long").isBefore(end);
            Thread.sleep(20);
        }
    }

    private static List<String> ways(WaitingHouse house, Item item) {
        return house.store().trail().events(WaitingHouse.CITY, item.id()).stream()
                .map(event -> event.to().name())
                .toList();
    }

    @Test
    void itIsAnsweredAndHeldAndGoesToEachRecipientOnceWhenNothingIsFound() throws Exception {
        try (WaitingHouse house = house(WaitingHouse.Said.usual())) {
            assertThat(send(house, "x@a.example", "y@a.example")).startsWith("250");
            Item held = house.items().getFirst();
            assertThat(held.state()).isEqualTo(State.HELD);
            assertThat(house.store().waiting().waiting(WaitingHouse.CITY)).hasSize(1);
            assertThat(send(house, "x@a.example", "y@a.example"))
                    .as("the same once more")
                    .startsWith("250");
            assertThat(hop.taken()).isEmpty();
            says("0");
            await(() -> house.isDone(State.DELIVERED));
            assertThat(hop.taken()).hasSize(2);
            assertThat(hop.taken().toString()).contains("x@a.example", "y@a.example");
            assertThat(hop.taken().getFirst().mail()).contains("X-Kiyome-Sanitized: yes", "X-Tag: ", "\r\n\r\nhello");
            assertThat(house.items()).hasSize(1);
            Item item = house.items().getFirst();
            assertThat(ways(house, item))
                    .containsExactly("RECEIVED", "PROCESSING", "REBUILT", "HELD", "PROCESSING", "REBUILT", "DELIVERED");
            assertThat(item.assessments()).singleElement().satisfies(said -> assertThat(said.opinion())
                    .isEqualTo(new Opinion.NothingFound()));
            assertThat(house.notices).isEmpty();
            assertThat(house.troubles).isEmpty();
        }
    }

    @Test
    void aThreatIsBlockedAndToldTheAdministrator() throws Exception {
        try (WaitingHouse house = house(WaitingHouse.Said.usual())) {
            send(house, "x@a.example");
            says("9");
            await(() -> !house.notices.isEmpty() && house.isDone(State.HELD));
            Item item = house.items().getFirst();
            assertThat(item.conclusion().orElseThrow().root().verdict()).isEqualTo(Verdict.BLOCKED);
            assertThat(item.conclusion().orElseThrow().root().reason()).isEqualTo("verdict.threat");
            Event last =
                    house.store().trail().events(WaitingHouse.CITY, item.id()).getLast();
            assertThat(last.why()).contains("verdict.threat");
            assertThat(house.notices).extracting(Notice::kind).containsExactly(Kind.BLOCKED);
            await(() -> hop.taken().size() == 1);
            assertThat(hop.taken().getFirst().to().toString())
                    .as("nothing but the notice is sent")
                    .contains("admin@a.example");
        }
    }

    @Test
    void whatIsSuspiciousIsAPersonsToDecide() throws Exception {
        try (WaitingHouse house = house(WaitingHouse.Said.usual())) {
            send(house, "x@a.example");
            says("5");
            await(() -> !house.notices.isEmpty() && house.isDone(State.HELD));
            Item item = house.items().getFirst();
            assertThat(item.conclusion().orElseThrow().root().output()).isPresent();
            assertThat(item.assessments().getFirst().opinion()).isInstanceOf(Opinion.Suspicious.class);
            assertThat(house.notices
                            .getFirst()
                            .about()
                            .report()
                            .orElseThrow()
                            .reason()
                            .orElseThrow()
                            .kind()
                            .code())
                    .isEqualTo("verdict.suspicious");
        }
    }

    @Test
    void atTheDeadlineThePolicyDecides() throws Exception {
        try (WaitingHouse house = house(said(Action.HOLD, Action.GO_ON, Duration.ofMillis(300), ""))) {
            send(house, "x@a.example");
            await(() -> house.isDone(State.DELIVERED));
            assertThat(hop.taken()).hasSize(1);
        }
        hop.forget();
        Path other = folder.resolve("other");
        try (WaitingHouse house = new WaitingHouse(
                        other,
                        hop.port(),
                        cape.uri(),
                        said(Action.HOLD, Action.HOLD, Duration.ofMillis(300), ""),
                        InstantSource.system())
                .watching()) {
            send(house, "x@a.example");
            await(() -> !house.notices.isEmpty() && house.isDone(State.HELD));
            assertThat(hop.taken().toString()).doesNotContain("x@a.example");
        }
    }

    @Test
    void aVerdictLeadsPastNoRule() throws Exception {
        String rules = """
                rules:
                  doubtful: {when: {verdict: {source: cape, is: suspicious}}, do: hold}
                """;
        try (WaitingHouse house = house(said(Action.GO_ON, Action.HOLD, Duration.ofMinutes(1), rules))) {
            send(house, "x@a.example");
            assertThat(house.store().waiting().waiting(WaitingHouse.CITY))
                    .as("what is not known yet is no reason")
                    .hasSize(1);
            says("5");
            await(() -> !house.notices.isEmpty() && house.isDone(State.HELD));
            Item item = house.items().getFirst();
            Event last =
                    house.store().trail().events(WaitingHouse.CITY, item.id()).getLast();
            assertThat(last.why()).contains("mail-rules doubtful");
            assertThat(hop.taken().toString()).doesNotContain("x@a.example");
        }
    }

    @Test
    void whatRulesWantedWhenItCameIsDoneWhenItGoes() throws Exception {
        // Whose client it came from nobody knows any more when it goes.
        String rules = """
                match: all
                rules:
                  near: {when: {client: 127.0.0.0/8}, do: {tag: "[check]"}}
                  doubtful: {when: {verdict: {source: cape, is: suspicious}}, do: {tag: "[doubtful]"}}
                """;
        try (WaitingHouse house = house(said(Action.GO_ON, Action.HOLD, Duration.ofMinutes(1), rules))) {
            send(house, "x@a.example");
            says("5");
            await(() -> house.isDone(State.DELIVERED));
            assertThat(hop.taken()).hasSize(1);
            assertThat(hop.taken().getFirst().mail()).contains("[check]").contains("[doubtful]");
        }
    }

    @Test
    void whatTheNextHopTakesForSomeIsHeldForTheOthers() throws Exception {
        hop.refuse("y@a.example");
        try (WaitingHouse house = house(WaitingHouse.Said.usual())) {
            send(house, "x@a.example", "y@a.example");
            says("0");
            await(() -> !house.notices.isEmpty() && house.isDone(State.HELD));
            assertThat(house.notices).extracting(Notice::kind).containsExactly(Kind.UNDELIVERED);
            assertThat(house.notices.getFirst().about().recipients().toString()).isEqualTo("[y@a.example]");
            await(() -> hop.taken().size() == 2);
            assertThat(hop.taken().toString()).contains("x@a.example", "admin@a.example");
        }
    }

    @Test
    void whatAPersonHasTakenInHandIsNotReleasedByAVerdict() throws Exception {
        try (WaitingHouse house = house(WaitingHouse.Said.usual())) {
            send(house, "x@a.example");
            Item item = house.items().getFirst();
            house.store().items().move(WaitingHouse.CITY, WHO, item.id(), State.REQUESTED, "I need it");
            says("5");
            await(() -> house.isDone(State.REQUESTED));
            assertThat(house.items().getFirst().assessments()).hasSize(1);
            assertThat(hop.taken()).isEmpty();
        }
    }

    /** As processing again leaves what came to something else than before. */
    @Test
    void whatIsHeldForAnotherReasonMeanwhileIsNotReleasedByAVerdict() throws Exception {
        try (WaitingHouse house = house(WaitingHouse.Said.usual())) {
            send(house, "x@a.example");
            Item item = house.items().getFirst();
            house.store().items().move(WaitingHouse.CITY, WHO, item.id(), State.PROCESSING, "");
            house.store()
                    .items()
                    .conclude(
                            WaitingHouse.CITY,
                            WHO,
                            item.id(),
                            new Conclusion(blocked(item), "0", "p", "{}", ""),
                            List.of(),
                            "");
            house.store().items().move(WaitingHouse.CITY, WHO, item.id(), State.HELD, "reprocessed: WORSE");
            says("0");
            await(() -> house.isDone(State.HELD));
            assertThat(hop.taken()).isEmpty();
        }
    }

    private static Part blocked(Item item) {
        return new Part(
                "1",
                Untrusted.of("mail.eml"),
                Untrusted.nothing(),
                "eml",
                Verdict.BLOCKED,
                "type.not-supported",
                item.original(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    @Test
    void whatItsSenderHasAskedOfReportsGoesWithItAlsoAfterARestart() throws Exception {
        try (WaitingHouse before = new WaitingHouse(
                        folder, hop.port(), cape.uri(), WaitingHouse.Said.usual(), InstantSource.system());
                Talker client = Talker.greeted(before.port())) {
            assertThat(client.ask("MAIL FROM:<s@sender.example> RET=HDRS ENVID=QQ314"))
                    .startsWith("250");
            assertThat(client.ask("RCPT TO:<x@a.example> NOTIFY=SUCCESS,DELAY ORCPT=rfc822;x+2B1@a.example"))
                    .startsWith("250");
            assertThat(client.ask("RCPT TO:<y@a.example>")).startsWith("250");
            client.ask("DATA");
            assertThat(client.raw(House.MAIL + "\r\n.\r\n").reply()).startsWith("250");
        }
        try (WaitingHouse house = house(WaitingHouse.Said.usual())) {
            says("0");
            await(() -> house.isDone(State.DELIVERED));
            assertThat(hop.taken())
                    .allSatisfy(one -> assertThat(one.from()).matches("MAIL FROM:<> .*RET=HDRS ENVID=QQ314"))
                    .flatExtracting(FakeHop.Taken::to)
                    .containsExactlyInAnyOrder(
                            "RCPT TO:<x@a.example> NOTIFY=SUCCESS,DELAY ORCPT=rfc822;x+2B1@a.example",
                            "RCPT TO:<y@a.example>");
        }
    }

    @Test
    void aMailForSomebodyWhoIsNoAddressIsLostToNobody() throws Exception {
        try (WaitingHouse house = house(WaitingHouse.Said.usual())) {
            send(house, "x@a.example", "y@a.example");
            int changed = house.store().ledger().change(WaitingHouse.CITY, WHO, change -> change.rows()
                    .sql("update recipient set address = 'nobody at all' where organisation = :organisation"
                            + " and address = 'y@a.example'")
                    .update());
            assertThat(changed).isOne();
            says("0");
            await(() -> !house.notices.isEmpty() && house.isDone(State.HELD));
            Item item = house.items().getFirst();
            Event last =
                    house.store().trail().events(WaitingHouse.CITY, item.id()).getLast();
            assertThat(last.why()).contains("nobody at all");
            assertThat(house.notices).singleElement().satisfies(notice -> assertThat(notice.text())
                    .contains("nobody at all"));
            await(() -> hop.taken().size() == 1);
            assertThat(hop.taken().getFirst().to().toString()).contains("admin@a.example");
        }
    }

    @Test
    void aSandboxThatIsAwayWhenTheMailComesIsNotWaitedFor() throws IOException {
        cape.close();
        try (WaitingHouse house = house(WaitingHouse.Said.usual())) {
            assertThat(send(house, "x@a.example")).startsWith("250");
            assertThat(house.store().waiting().waiting(WaitingHouse.CITY)).isEmpty();
            assertThat(house.items().getFirst().state()).isEqualTo(State.HELD);
            assertThat(house.notices).extracting(Notice::kind).containsExactly(Kind.BLOCKED);
        }
    }
}
