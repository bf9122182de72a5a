package jp.kiyome.quarantine.store;

import static jp.kiyome.quarantine.fixture.Given.CITY;
import static jp.kiyome.quarantine.fixture.Given.GATEWAY;
import static jp.kiyome.quarantine.fixture.Given.NOON;
import static jp.kiyome.quarantine.fixture.Given.TOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import jp.kiyome.core.report.Verdict;
import jp.kiyome.quarantine.blob.Area;
import jp.kiyome.quarantine.blob.Staged;
import jp.kiyome.quarantine.fixture.Given;
import jp.kiyome.quarantine.item.Arrival;
import jp.kiyome.quarantine.item.Conclusion;
import jp.kiyome.quarantine.item.Group;
import jp.kiyome.quarantine.item.ItemId;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.item.State;
import jp.kiyome.quarantine.retro.AskedAgain;
import jp.kiyome.quarantine.retro.Asker;
import jp.kiyome.quarantine.retro.Whose;
import jp.kiyome.quarantine.retro.Window;
import org.junit.jupiter.api.Test;

/** Which delivered items are to be asked about again, whatever database they stand in. */
abstract class AskedAgainContract extends StoreFixture {

    /** The store's clock stands a minute after noon: then everything was delivered. */
    private static final Instant DELIVERED = NOON.plusSeconds(60);

    private static final Asker OLD = new Asker("city clamd", "ClamAV 1.4.6/1\u0000");
    private static final Asker NEW = new Asker("city clamd", "ClamAV 1.4.6/2");
    private static final Whose ALL = new Whose.AllBut(Set.of());

    private ItemId delivered(Organisation organisation, String title) throws IOException {
        ItemId id = rebuilt(organisation, title);
        store.items().move(organisation, GATEWAY, id, State.DELIVERED, "");
        return id;
    }

    /** Received a second after noon. */
    private ItemId rebuilt(Organisation organisation, String title) throws IOException {
        Arrival arrival = Given.arrival(title, 1);
        store.items().accept(organisation, GATEWAY, arrival, Given.staged(store, organisation, Area.ORIGINAL, title));
        store.items().move(organisation, GATEWAY, arrival.id(), State.PROCESSING, "");
        Staged output = Given.staged(store, organisation, Area.CLEANED, "clean " + title);
        Conclusion conclusion = Given.conclusion(title, Verdict.REBUILT);
        store.items().conclude(organisation, GATEWAY, arrival.id(), conclusion, List.of(output), "");
        return arrival.id();
    }

    /** Some time after the delivery: what was asked an hour before is fresh. */
    private List<ItemId> due(Asker asker, Whose whose, Instant since, Duration later) {
        Instant now = DELIVERED.plus(later);
        Window window = new Window(now.minus(Duration.ofDays(7)), since, now.minus(Duration.ofHours(1)));
        return again().due(CITY, whose, asker, window, 10);
    }

    private AskedAgain again() {
        return new AskedAgain(store.ledger());
    }

    @Test
    void whatWasDeliveredIsDueUntilItWasAskedAboutAndAgainLaterAlsoAfterARestart() throws IOException {
        ItemId one = delivered(CITY, "one");
        ItemId held = rebuilt(CITY, "held");
        store.items().move(CITY, GATEWAY, held, State.HELD, "");
        Instant since = DELIVERED.plusSeconds(1);
        assertThat(due(OLD, ALL, since, Duration.ofSeconds(2))).containsExactly(one);
        again().asked(CITY, OLD, List.of(one), DELIVERED.plusSeconds(2));
        store.close();
        reopen();
        assertThat(due(OLD, ALL, since, Duration.ofMinutes(59))).isEmpty();
        assertThat(due(OLD, ALL, since, Duration.ofMinutes(61))).containsExactly(one);
        assertThat(due(NEW, ALL, since, Duration.ofMinutes(59)))
                .as("another version")
                .containsExactly(one);
        again().asked(CITY, NEW, List.of(one, held), DELIVERED.plusSeconds(3));
        assertThat(due(NEW, ALL, since, Duration.ofMinutes(59))).isEmpty();
        assertThat(due(new Asker("city lists", NEW.version()), ALL, since, Duration.ofMinutes(59)))
                .as("another source")
                .containsExactly(one);
        again().forget(CITY, DELIVERED.plusSeconds(4));
        assertThat(due(NEW, ALL, since, Duration.ofMinutes(59))).containsExactly(one);
        assertClean();
    }

    @Test
    void whatCameUnderThisVersionWasAskedAboutThenAndWhatIsOldIsNoMore() throws IOException {
        ItemId one = delivered(CITY, "one");
        assertThat(due(OLD, ALL, NOON, Duration.ofMinutes(59))).isEmpty();
        assertThat(due(OLD, ALL, NOON, Duration.ofMinutes(61))).containsExactly(one);
        assertThat(due(OLD, ALL, NOON, Duration.ofDays(7))).containsExactly(one);
        assertThat(due(OLD, ALL, NOON, Duration.ofDays(7).plusMillis(1))).isEmpty();
    }

    @Test
    void aGroupsItemsAreThoseOfItsSourcesAlone() throws IOException {
        ItemId one = delivered(CITY, "one");
        Group own = Given.arrival("", 0).group();
        Instant since = DELIVERED.plusSeconds(1);
        Duration soon = Duration.ofSeconds(2);
        assertThat(due(OLD, new Whose.OfGroup(own), since, soon)).containsExactly(one);
        assertThat(due(OLD, new Whose.OfGroup(Group.WHOLE), since, soon)).isEmpty();
        assertThat(due(OLD, new Whose.AllBut(Set.of(own)), since, soon)).isEmpty();
        assertThat(due(OLD, new Whose.AllBut(Set.of(new Group("tax"))), since, soon))
                .containsExactly(one);
    }

    @Test
    void aVersionIsKnownSinceItWasFirstSeenAlsoAfterARestart() throws IOException {
        assertThat(again().since(CITY, OLD, NOON)).isEqualTo(NOON);
        assertThat(again().since(CITY, OLD, NOON.plusSeconds(9))).isEqualTo(NOON);
        store.close();
        reopen();
        assertThat(again().since(CITY, OLD, NOON.plusSeconds(9))).isEqualTo(NOON);
        assertThat(again().since(CITY, NEW, NOON.plusSeconds(9))).isEqualTo(NOON.plusSeconds(9));
        assertThat(again().since(CITY, OLD, NOON.plusSeconds(10)))
                .as("it has been another in between")
                .isEqualTo(NOON.plusSeconds(10));
    }

    @Test
    void nobodySeesAnothersItemsOrWhatWasAskedAboutThem() throws IOException {
        store.organisations().enrol(TOWN, GATEWAY);
        ItemId theirs = delivered(TOWN, "theirs");
        Instant since = DELIVERED.plusSeconds(1);
        assertThat(due(OLD, ALL, since, Duration.ofSeconds(2))).isEmpty();
        again().asked(CITY, OLD, List.of(theirs), DELIVERED.plusSeconds(2));
        again().since(CITY, OLD, NOON);
        Window window = new Window(NOON, since, NOON);
        assertThat(again().due(TOWN, ALL, OLD, window, 10)).containsExactly(theirs);
        assertThat(again().since(TOWN, OLD, NOON.plusSeconds(5))).isEqualTo(NOON.plusSeconds(5));
    }
}
