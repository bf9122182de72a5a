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
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.quarantine.heartbeat.Area;
import jp.kiyome.quarantine.heartbeat.Condition;
import jp.kiyome.quarantine.heartbeat.Heartbeat;
import jp.kiyome.quarantine.heartbeat.Measure;
import jp.kiyome.quarantine.heartbeat.Pulse;
import org.junit.jupiter.api.Test;

/** What processes tell of themselves, whatever database it stands in. */
abstract class HeartbeatContract extends StoreFixture {

    private static final Duration PAUSE = Duration.ofSeconds(30);

    private static Heartbeat beat(String process, Instant at, Measure... measures) {
        return new Heartbeat(process, at, PAUSE, List.of(measures));
    }

    private static Measure scanner(String words) {
        return new Measure(
                Area.SCANNER, "clamd", Condition.DOUBTFUL, Untrusted.of(words), Optional.of(NOON.minusSeconds(3)));
    }

    @Test
    void theLastOfEachProcessIsThereAfterARestart() throws IOException {
        store.heartbeats().beat(CITY, GATEWAY, beat("web", NOON, scanner("first")));
        Heartbeat gateway =
                beat("gateway", NOON, scanner("ClamAV\u0000 \ud800"), Measure.room("temp", Condition.GOOD, 1, 2));
        store.heartbeats().beat(CITY, GATEWAY, gateway);
        Heartbeat last = beat("web", NOON.plusSeconds(30), scanner("second"));
        store.heartbeats().beat(CITY, GATEWAY, last);
        store.close();
        reopen();
        assertThat(store.heartbeats().all(CITY)).containsExactly(gateway, last);
    }

    @Test
    void noOrganisationSeesWhatAnotherWasTold() {
        store.heartbeats().beat(CITY, GATEWAY, beat("gateway", NOON, scanner("x")));
        assertThat(store.heartbeats().all(TOWN)).isEmpty();
    }

    @Test
    void whoIsSilentIsStaleAndAfterAWeekForgotten() {
        Heartbeat silent = beat("gateway", NOON);
        assertThat(silent.isStale(NOON.plusSeconds(90))).isFalse();
        assertThat(silent.isStale(NOON.plusSeconds(91))).isTrue();
        store.heartbeats().beat(CITY, GATEWAY, silent);
        store.heartbeats().beat(CITY, GATEWAY, beat("web", NOON.plus(Duration.ofDays(7))));
        assertThat(store.heartbeats().all(CITY)).hasSize(2);
        store.heartbeats()
                .beat(CITY, GATEWAY, beat("web", NOON.plus(Duration.ofDays(7)).plusSeconds(1)));
        assertThat(store.heartbeats().all(CITY)).extracting(Heartbeat::process).containsExactly("web");
    }

    /** And nobody's trail tells of it: nobody did anything. */
    @Test
    void aPulseBeatsForEachOrganisationUntilItIsClosed() throws InterruptedException {
        BlockingQueue<String> complaints = new ArrayBlockingQueue<>(10);
        BlockingQueue<String> asked = new ArrayBlockingQueue<>(10);
        store.organisations().enrol(TOWN, GATEWAY);
        long records = store.trail().verify(CITY, GATEWAY, List.of()).head().number();
        Pulse.Beating beating =
                new Pulse.Beating(store.heartbeats(), GATEWAY, "web", PAUSE, () -> NOON, complaints::add);
        try (Pulse _ = Pulse.begin(beating, () -> List.of(CITY, TOWN), organisation -> {
            asked.add(organisation.id());
            return List.of(Measure.of(Area.WORKERS, organisation.id(), Condition.GOOD, 7));
        })) {
            assertThat(asked.poll(10, TimeUnit.SECONDS)).isEqualTo(CITY.id());
            assertThat(asked.poll(10, TimeUnit.SECONDS)).isEqualTo(TOWN.id());
        }
        assertThat(complaints).isEmpty();
        assertThat(store.heartbeats().all(TOWN))
                .containsExactly(beat("web", NOON, Measure.of(Area.WORKERS, TOWN.id(), Condition.GOOD, 7)));
        assertThat(store.trail().verify(CITY, GATEWAY, List.of()).head().number())
                .isLessThanOrEqualTo(records + 2);
    }

    /** One that cannot be measured keeps the next from nothing. */
    @Test
    void aPulseThatFailsIsToldAndBeatsOn() throws InterruptedException {
        BlockingQueue<String> complaints = new ArrayBlockingQueue<>(10);
        Pulse.Beating beating = new Pulse.Beating(
                store.heartbeats(), GATEWAY, "web", Duration.ofMillis(50), () -> NOON, complaints::offer);
        int[] times = new int[1];
        BlockingQueue<String> second = new ArrayBlockingQueue<>(100);
        try (Pulse _ = Pulse.begin(beating, () -> List.of(CITY), organisation -> {
            times[0]++;
            if (times[0] == 1) {
                throw new IllegalStateException("no disk");
            }
            second.offer("beat");
            return List.of();
        })) {
            assertThat(complaints.poll(10, TimeUnit.SECONDS)).contains("no disk");
            assertThat(second.poll(10, TimeUnit.SECONDS)).isEqualTo("beat");
        }
    }
}
