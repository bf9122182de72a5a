package jp.kiyome.quarantine.store;

import static jp.kiyome.quarantine.fixture.Given.CITY;
import static jp.kiyome.quarantine.fixture.Given.GATEWAY;
import static jp.kiyome.quarantine.fixture.Given.NOON;
import static jp.kiyome.quarantine.fixture.Given.accepted;
import static jp.kiyome.quarantine.fixture.Given.arrival;
import static jp.kiyome.quarantine.fixture.Given.conclusion;
import static jp.kiyome.quarantine.fixture.Given.digest;
import static jp.kiyome.quarantine.fixture.Given.rebuilt;
import static jp.kiyome.quarantine.fixture.Given.staged;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.report.Verdict;
import jp.kiyome.quarantine.blob.Area;
import jp.kiyome.quarantine.item.Arrival;
import jp.kiyome.quarantine.item.Criteria;
import jp.kiyome.quarantine.item.IllegalMove;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.ItemId;
import jp.kiyome.quarantine.item.State;
import org.junit.jupiter.api.Test;

/** What goes from a store when its time is over, and what does not. */
abstract class ErasureContract extends StoreFixture {

    @Test
    void theSameBytesAreKeptOnceAndGoWithTheLast() throws IOException {
        Arrival one = arrival("one", 1);
        Arrival two = arrival("two", 2);
        store.items().accept(CITY, GATEWAY, one, staged(store, CITY, Area.ORIGINAL, "same"));
        store.items().accept(CITY, GATEWAY, two, staged(store, CITY, Area.ORIGINAL, "same"));
        assertThat(files("originals")).hasSize(1);
        for (ItemId id : List.of(one.id(), two.id())) {
            store.items().move(CITY, GATEWAY, id, State.PROCESSING, "");
            store.items().conclude(CITY, GATEWAY, id, conclusion("same", Verdict.BLOCKED), List.of(), "");
        }
        store.retention().eraseExpired(CITY, GATEWAY, one.retainUntil());
        assertThat(files("originals")).hasSize(1);
        assertThat(read(two.id(), Area.ORIGINAL, digest("same").sha256())).isEqualTo("same");
        store.retention().eraseExpired(CITY, GATEWAY, two.retainUntil());
        assertThat(files("originals")).isEmpty();
        assertClean();
    }

    @Test
    void whatIsErasedIsGone() throws IOException {
        Item item = rebuilt(store, CITY, "機密の件名");
        ItemId processing = accepted(store, CITY, "still here");
        store.items().move(CITY, GATEWAY, processing, State.PROCESSING, "");
        Retention.Erased erased = store.retention().eraseExpired(CITY, GATEWAY, NOON.plus(Duration.ofDays(400)));
        assertThat(erased).isEqualTo(new Retention.Erased(1, 1));
        Item gone = store.items().find(CITY, item.id()).orElseThrow();
        assertThat(gone.state()).isEqualTo(State.ERASED);
        assertThat(gone.conclusion()).isEmpty();
        assertThat(gone.arrival().title().isEmpty()).isTrue();
        assertThat(gone.arrival().recipients()).isEmpty();
        assertThat(store.items()
                        .search(CITY, Criteria.where().text(Untrusted.of("機密")).build(), 9))
                .isEmpty();
        assertThat(files("cleaned")).isEmpty();
        assertThatThrownBy(() -> read(item.id(), Area.ORIGINAL, item.original().sha256()))
                .isInstanceOf(NoSuchBlob.class);
        assertThatThrownBy(() -> store.items().move(CITY, GATEWAY, item.id(), State.PROCESSING, ""))
                .isInstanceOf(IllegalMove.class);
        assertClean();
    }

    @Test
    void whatSomebodyWantsErasedIsGoneAtOnceAndFromNoOtherState() throws IOException {
        Item item = rebuilt(store, CITY, "機密の件名");
        assertThatThrownBy(
                        () -> store.retention().eraseNow(CITY, GATEWAY, item.id(), Set.of(State.HELD), "sent in error"))
                .isInstanceOf(IllegalMove.class);
        assertThat(files("cleaned")).isNotEmpty();
        store.items().move(CITY, GATEWAY, item.id(), State.HELD, "");
        store.retention().eraseNow(CITY, GATEWAY, item.id(), Set.of(State.HELD), "sent in error");
        Item gone = store.items().find(CITY, item.id()).orElseThrow();
        assertThat(gone.state()).isEqualTo(State.ERASED);
        assertThat(gone.arrival().title().isEmpty()).isTrue();
        assertThat(files("cleaned")).isEmpty();
        assertThat(files("originals")).isEmpty();
        assertThat(store.trail().events(CITY, item.id()).getLast().why()).isEqualTo("sent in error");
        assertClean();
    }

    @Test
    void theSweeperTakesFilesThatNoRowNamesAndNoOthers() throws IOException {
        Item item = rebuilt(store, CITY, "kept");
        staged(store, CITY, Area.ORIGINAL, "the machine stopped before the row was written");
        Files.writeString(folder.resolve("originals/midori-city/unfinished/" + "a".repeat(32)), "half");
        Instant past = Instant.now().minus(Duration.ofHours(1));
        assertThat(store.sweeper().sweep(CITY, GATEWAY, past)).isEqualTo(new Sweeper.Swept(0, 0, List.of()));
        for (Path file : files("originals")) {
            Files.setLastModifiedTime(file, FileTime.from(past.minusSeconds(1)));
        }
        assertThat(store.sweeper().sweep(CITY, GATEWAY, past)).isEqualTo(new Sweeper.Swept(1, 1, List.of()));
        assertThat(read(item.id(), Area.ORIGINAL, item.original().sha256())).isEqualTo("kept");
        assertClean();
    }

    @Test
    void twoThatEraseAtOnceShareTheItems() throws Exception {
        for (int number = 0; number < 40; number++) {
            rebuilt(store, CITY, "mail " + number);
        }
        Instant late = NOON.plus(Duration.ofDays(400));
        try (ExecutorService erasers = Executors.newFixedThreadPool(2)) {
            Future<Retention.Erased> one =
                    erasers.submit(() -> store.retention().eraseExpired(CITY, GATEWAY, late));
            Future<Retention.Erased> other =
                    erasers.submit(() -> store.retention().eraseExpired(CITY, GATEWAY, late));
            assertThat(one.get().erased() + other.get().erased()).isEqualTo(40);
        }
        assertThat(files("cleaned")).isEmpty();
        assertClean();
    }
}
