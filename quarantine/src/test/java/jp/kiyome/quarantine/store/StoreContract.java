package jp.kiyome.quarantine.store;

import static jp.kiyome.quarantine.fixture.Given.CITY;
import static jp.kiyome.quarantine.fixture.Given.GATEWAY;
import static jp.kiyome.quarantine.fixture.Given.NOON;
import static jp.kiyome.quarantine.fixture.Given.SUZUKI;
import static jp.kiyome.quarantine.fixture.Given.TOWN;
import static jp.kiyome.quarantine.fixture.Given.WHY;
import static jp.kiyome.quarantine.fixture.Given.accepted;
import static jp.kiyome.quarantine.fixture.Given.arrival;
import static jp.kiyome.quarantine.fixture.Given.conclusion;
import static jp.kiyome.quarantine.fixture.Given.digest;
import static jp.kiyome.quarantine.fixture.Given.rebuilt;
import static jp.kiyome.quarantine.fixture.Given.staged;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.report.Verdict;
import jp.kiyome.quarantine.blob.Area;
import jp.kiyome.quarantine.blob.BlobDamaged;
import jp.kiyome.quarantine.blob.Staged;
import jp.kiyome.quarantine.item.Arrival;
import jp.kiyome.quarantine.item.Assessment;
import jp.kiyome.quarantine.item.Conclusion;
import jp.kiyome.quarantine.item.Criteria;
import jp.kiyome.quarantine.item.Event;
import jp.kiyome.quarantine.item.IllegalMove;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.ItemId;
import jp.kiyome.quarantine.item.Opinion;
import jp.kiyome.quarantine.item.SenderIdentity;
import jp.kiyome.quarantine.item.State;
import jp.kiyome.quarantine.key.KeyRefused;
import jp.kiyome.quarantine.key.MasterKeyFile;
import org.junit.jupiter.api.Test;

/** What a store does, whatever database it stands on. */
abstract class StoreContract extends StoreFixture {

    @Test
    void whatWasAcceptedIsThereAfterOpeningAgain() throws IOException {
        Arrival arrival = arrival("\u0000RLO\u202E \\ \uD800 𠮷.docx", 1);
        Staged original = staged(store, CITY, Area.ORIGINAL, "bytes");
        assertThat(store.items().accept(CITY, GATEWAY, arrival, original)).isTrue();
        store.close();
        reopen();
        Item item = store.items().find(CITY, arrival.id()).orElseThrow();
        assertThat(item.arrival()).isEqualTo(arrival);
        assertThat(item.state()).isEqualTo(State.RECEIVED);
        assertThat(item.original()).isEqualTo(digest("bytes"));
        assertThat(read(item.id(), Area.ORIGINAL, item.original().sha256())).isEqualTo("bytes");
        assertClean();
    }

    @Test
    void acceptingTwiceIsAcceptingOnce() throws IOException {
        Arrival arrival = arrival("one", 1);
        store.items().accept(CITY, GATEWAY, arrival, staged(store, CITY, Area.ORIGINAL, "one"));
        assertThat(store.items().accept(CITY, GATEWAY, arrival, staged(store, CITY, Area.ORIGINAL, "one")))
                .isFalse();
        Staged other = staged(store, CITY, Area.ORIGINAL, "other");
        assertThatThrownBy(() -> store.items().accept(CITY, GATEWAY, arrival, other))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(store.trail().events(CITY, arrival.id())).hasSize(1);
    }

    @Test
    void theWholeTreeOfPartsComesBack() throws IOException {
        Item item = rebuilt(store, CITY, "mail");
        Conclusion given = conclusion("mail", Verdict.REBUILT);
        assertThat(item.conclusion()).contains(given);
        assertThat(item.state()).isEqualTo(State.REBUILT);
        assertThat(read(
                        item.id(),
                        Area.CLEANED,
                        given.root().output().orElseThrow().sha256()))
                .isEqualTo("clean mail");
        assertClean();
    }

    /** From wherever a stop in between has left it. */
    @Test
    void filingIsAcceptingAndConcludingAtOnceAndOnce() throws IOException {
        Conclusion given = conclusion("mail", Verdict.REBUILT);
        Arrival[] arrivals = {arrival("new", 1), arrival("received", 2), arrival("processing", 3), arrival("done", 4)};
        for (int i = 1; i < 3; i++) {
            store.items().accept(CITY, GATEWAY, arrivals[i], staged(store, CITY, Area.ORIGINAL, "mail"));
        }
        store.items().move(CITY, GATEWAY, arrivals[2].id(), State.PROCESSING, "");
        for (int i = 0; i < 5; i++) {
            Arrival arrival = arrivals[Math.min(i, 3)];
            Staged original = staged(store, CITY, Area.ORIGINAL, "mail");
            List<Staged> cleaned = List.of(staged(store, CITY, Area.CLEANED, "clean mail"));
            assertThat(store.items().file(CITY, GATEWAY, arrival, original, given, cleaned, Optional.empty()))
                    .isEqualTo(State.REBUILT);
            assertThat(store.trail().events(CITY, arrival.id()))
                    .extracting(Event::to)
                    .containsExactly(State.RECEIVED, State.PROCESSING, State.REBUILT);
        }
        Staged other = staged(store, CITY, Area.ORIGINAL, "other");
        List<Staged> cleaned = List.of(staged(store, CITY, Area.CLEANED, "clean mail"));
        assertThatThrownBy(
                        () -> store.items().file(CITY, GATEWAY, arrivals[0], other, given, cleaned, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        reopen();
        assertThat(store.items().find(CITY, arrivals[0].id()).orElseThrow().conclusion())
                .contains(given);
    }

    @Test
    void whoAnItemIsFromStandsWithItForItsOrganisationUntilItIsErased() throws IOException {
        SenderIdentity sender = new SenderIdentity(
                SenderIdentity.Result.SOFTFAIL,
                Untrusted.of("spf\u0000.example"),
                SenderIdentity.Result.PASS,
                Untrusted.of("dkim.example"),
                SenderIdentity.Result.FAIL,
                Untrusted.of("\u202efrom.example"),
                SenderIdentity.Wish.QUARANTINE,
                Untrusted.nothing());
        Arrival arrival = arrival("one", 1);
        Staged original = staged(store, CITY, Area.ORIGINAL, "one");
        store.items().accept(CITY, GATEWAY, arrival, original, Optional.of(sender));
        // What comes again says nothing new of it.
        Staged again = staged(store, CITY, Area.ORIGINAL, "one");
        store.items().accept(CITY, GATEWAY, arrival, again, Optional.empty());
        Arrival filed = arrival("two", 2);
        Conclusion given = conclusion("two", Verdict.BLOCKED);
        Staged second = staged(store, CITY, Area.ORIGINAL, "two");
        store.items().file(CITY, GATEWAY, filed, second, given, List.of(), Optional.of(sender));
        reopen();
        for (ItemId id : List.of(arrival.id(), filed.id())) {
            assertThat(store.items().sender(CITY, id)).contains(sender);
            assertThat(store.items().sender(TOWN, id)).isEmpty();
        }
        store.retention().eraseExpired(CITY, GATEWAY, filed.retainUntil());
        assertThat(store.items().sender(CITY, filed.id())).isEmpty();
    }

    @Test
    void aMoveThatDoesNotExistChangesNothing() throws IOException {
        ItemId id = accepted(store, CITY, "mail");
        assertThatThrownBy(() -> store.items().move(CITY, SUZUKI, id, State.DELIVERED, WHY))
                .isInstanceOf(IllegalMove.class);
        assertThatThrownBy(() -> store.items().move(CITY, SUZUKI, id, State.REBUILT, WHY))
                .isInstanceOf(IllegalMove.class);
        assertThat(store.items().find(CITY, id).orElseThrow().state()).isEqualTo(State.RECEIVED);
        assertThat(store.trail().events(CITY, id)).hasSize(1);
        assertClean();
    }

    @Test
    void everyChangeSaysWhoWhenAndWhy() throws IOException {
        Item item = rebuilt(store, CITY, "mail");
        store.items().move(CITY, GATEWAY, item.id(), State.HELD, "rule 7");
        store.items().move(CITY, SUZUKI, item.id(), State.REQUESTED, WHY);
        List<Event> events = store.trail().events(CITY, item.id());
        assertThat(events)
                .extracting(Event::to)
                .containsExactly(State.RECEIVED, State.PROCESSING, State.REBUILT, State.HELD, State.REQUESTED);
        assertThat(events.getLast())
                .isEqualTo(new Event(events.getLast().number(), NOON.plusSeconds(60), SUZUKI, State.REQUESTED, WHY));
    }

    @Test
    void rebuiltWithoutAnOutputIsRefused() throws IOException {
        ItemId id = accepted(store, CITY, "mail");
        store.items().move(CITY, GATEWAY, id, State.PROCESSING, "");
        Conclusion conclusion = conclusion("mail", Verdict.REBUILT);
        assertThatThrownBy(() -> store.items().conclude(CITY, GATEWAY, id, conclusion, List.of(), ""))
                .isInstanceOf(IllegalArgumentException.class);
        Staged foreign = staged(store, CITY, Area.CLEANED, "foreign");
        assertThatThrownBy(() -> store.items().conclude(CITY, GATEWAY, id, conclusion, List.of(foreign), ""))
                .isInstanceOf(IllegalArgumentException.class);
        Staged original = staged(store, CITY, Area.ORIGINAL, "clean mail");
        assertThatThrownBy(() -> store.items().conclude(CITY, GATEWAY, id, conclusion, List.of(original), ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void processingAnewForgetsWhatCameBefore() throws IOException {
        Item item = rebuilt(store, CITY, "mail");
        store.items().move(CITY, GATEWAY, item.id(), State.PROCESSING, "new policy");
        Conclusion blocked = conclusion("mail", Verdict.BLOCKED);
        Item now = store.items().conclude(CITY, GATEWAY, item.id(), blocked, List.of(), "");
        assertThat(now.conclusion()).contains(blocked);
        String old = digest("clean mail").sha256();
        assertThatThrownBy(() -> read(item.id(), Area.CLEANED, old)).isInstanceOf(NoSuchBlob.class);
        assertThat(files("cleaned")).isEmpty();
        assertClean();
    }

    @Test
    void aCopyThatWasDamagedIsNotTrustedWhenTheSameBytesComeAgain() throws IOException {
        ItemId first = accepted(store, CITY, "same");
        Path kept = files("originals").getFirst();
        Files.write(kept, new byte[] {1, 2, 3});
        ItemId second = accepted(store, CITY, "same");
        for (ItemId id : List.of(first, second)) {
            assertThat(read(id, Area.ORIGINAL, digest("same").sha256())).isEqualTo("same");
        }
        assertThat(kept).doesNotExist();
        assertClean();
    }

    @Test
    void noMasterKeyGoesThatAnOrganisationIsUnder() throws IOException {
        store.organisations().enrol(TOWN, GATEWAY);
        String old = store.organisations().masterKeys().keySet().iterator().next();
        String added = store.organisations().addMasterKey(GATEWAY);
        assertThat(store.organisations().masterKeys())
                .containsExactly(Map.entry(added, List.of()), Map.entry(old, List.of(TOWN, CITY)));
        store.organisations().rewrap(CITY, GATEWAY);
        assertThatThrownBy(() -> store.organisations().dropOtherMasterKeys(GATEWAY))
                .isInstanceOf(KeyStillUsed.class)
                .hasMessageContaining(TOWN.id());
        store.organisations().rewrap(TOWN, GATEWAY);
        store.organisations().dropOtherMasterKeys(GATEWAY);
        assertThat(Files.readAllLines(folder.resolve("master.keys"))).hasSize(2);
        assertThat(store.organisations().masterKeys()).containsExactly(Map.entry(added, List.of(TOWN, CITY)));
        List<String> told = new ArrayList<>();
        store.trail().export(TOWN, GATEWAY, 0, record -> told.add(record.action()));
        assertThat(told).contains("key.add", "key.rewrap", "key.drop-others");
    }

    @Test
    void noKeyIsMadeWhereSomethingIsUnderAnother() throws IOException {
        store.close();
        Files.delete(folder.resolve("master.keys"));
        assertThatThrownBy(this::reopen).isInstanceOf(IOException.class);
        assertThat(folder.resolve("master.keys")).doesNotExist();
    }

    @Test
    void opinionsComeBackAsTheyWereGiven() throws IOException {
        ItemId id = accepted(store, CITY, "mail");
        List<Assessment> given = Stream.of(
                        new Opinion.NothingFound(),
                        new Opinion.Threat("Eicar-Test"),
                        new Opinion.Suspicious(7.5, List.of("packed", "旧い形式")),
                        new Opinion.NotScanned("too large"))
                .map(opinion -> new Assessment(
                        "clamd",
                        "ClamAV 1.4.6/27811/Tue Nov 11 10:00:00 2026",
                        Optional.of(NOON.minusSeconds(86_400)),
                        digestOf("mail"),
                        opinion,
                        NOON))
                .toList();
        given.forEach(one -> store.items().assess(CITY, GATEWAY, id, one));
        assertThat(store.items().find(CITY, id).orElseThrow().assessments()).isEqualTo(given);
    }

    private static String digestOf(String text) {
        try {
            return digest(text).sha256();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theCheckTellsEveryDamage() throws IOException {
        rebuilt(store, CITY, "kept");
        Path original = files("originals").getFirst();
        byte[] whole = Files.readAllBytes(original);
        byte[] changed = whole.clone();
        changed[whole.length - 20] ^= 1;
        Files.write(original, changed);
        assertThat(kinds()).containsExactly(StoreFault.Kind.FILE_DAMAGED);
        Files.write(original, Arrays.copyOf(whole, whole.length - 1));
        assertThat(kinds()).containsExactly(StoreFault.Kind.FILE_DAMAGED);
        Files.delete(original);
        assertThat(kinds()).containsExactly(StoreFault.Kind.FILE_MISSING);
        assertThat(store.sweeper().sweep(CITY, GATEWAY, Instant.EPOCH).missing())
                .hasSize(1);
        Files.write(original, whole);
        assertClean();
    }

    @Test
    void theCheckTellsWhatWasChangedInTheTables() throws Exception {
        Item kept = rebuilt(store, CITY, "kept");
        ItemId lost = accepted(store, CITY, "lost");
        store.close();
        database.tamper(
                "update blob set sha256 = '" + "0".repeat(64) + "' where area = 'CLEANED' and sha256 = '-'",
                "update item set state = 'DELIVERED' where id = '" + kept.id() + "'",
                "delete from blob_use where item = '" + lost + "'",
                "delete from keyword where item = '" + lost + "'",
                "delete from item_text where item = '" + lost + "'",
                "delete from recipient where item = '" + lost + "'",
                "delete from item where id = '" + lost + "'");
        reopen();
        assertThat(kinds())
                .containsExactlyInAnyOrder(
                        StoreFault.Kind.UNUSED, StoreFault.Kind.ITEM_LOST, StoreFault.Kind.WRONG_STATE);
    }

    @Test
    void damageIsToldWhereItIsAndNeverAsAnEnd() throws IOException {
        ItemId id = accepted(store, CITY, "x".repeat(200_000));
        Path file = files("originals").getFirst();
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, 8 + 2 * (65_536 + 16)));
        String sha256 = digest("x".repeat(200_000)).sha256();
        try (InputStream in = store.blobs().open(CITY, SUZUKI, id, Area.ORIGINAL, sha256, WHY)) {
            assertThat(in.readNBytes(65_536)).hasSize(65_536);
            assertThatThrownBy(in::readAllBytes).isInstanceOf(BlobDamaged.class);
        }
    }

    @Test
    void aNewMasterKeyOpensEverythingAndTheOldOneNothing() throws IOException {
        Item item = rebuilt(store, CITY, "kept");
        MasterKeyFile file = new MasterKeyFile(folder.resolve("master.keys"));
        byte[] old = Files.readAllBytes(folder.resolve("master.keys"));
        file.addCurrent();
        assertThat(read(item.id(), Area.ORIGINAL, item.original().sha256())).isEqualTo("kept");
        store.organisations().rewrap(CITY, GATEWAY);
        store.organisations().dropOtherMasterKeys(GATEWAY);
        assertThat(read(item.id(), Area.ORIGINAL, item.original().sha256())).isEqualTo("kept");
        assertClean();
        Files.write(folder.resolve("master.keys"), old);
        assertThatThrownBy(() -> read(item.id(), Area.ORIGINAL, item.original().sha256()))
                .isInstanceOf(KeyRefused.class);
    }

    @Test
    void manyWritersAtOnceLoseNothing() throws Exception {
        store.organisations().enrol(TOWN, GATEWAY);
        try (ExecutorService writers = Executors.newFixedThreadPool(6)) {
            List<Future<ItemId>> accepted = IntStream.range(0, 60)
                    .mapToObj(number ->
                            writers.submit(() -> accepted(store, number % 2 == 0 ? CITY : TOWN, "same " + number % 7)))
                    .toList();
            for (Future<ItemId> one : accepted) {
                one.get();
            }
        }
        assertThat(store.items().search(CITY, Criteria.any(), 100)).hasSize(30);
        assertThat(files("originals")).hasSize(14);
        assertClean();
    }

    List<StoreFault.Kind> kinds() {
        return store.check().check(CITY, GATEWAY).faults().stream()
                .map(StoreFault::kind)
                .toList();
    }
}
