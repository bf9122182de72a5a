package jp.kiyome.quarantine.reprocess;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kiyome.quarantine.database.DatabaseSettings;
import jp.kiyome.quarantine.fixture.EmbeddedBroker;
import jp.kiyome.quarantine.fixture.Given;
import jp.kiyome.quarantine.fixture.PaperSanitizer;
import jp.kiyome.quarantine.fixture.PostgresServer;
import jp.kiyome.quarantine.fixture.ReprocessBench;
import jp.kiyome.quarantine.reprocess.batch.RunJob;
import jp.kiyome.quarantine.reprocess.remote.Handing;
import jp.kiyome.quarantine.reprocess.source.Selection;
import jp.kiyome.quarantine.reprocess.task.Plan;
import jp.kiyome.quarantine.reprocess.task.Result;
import jp.kiyome.quarantine.store.Store;
import jp.kiyome.quarantine.store.StoreSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * What one worker process and two make of many items: {@code -Dkiyome.reprocess.items=20000} for what is promised. Each item costs
 * {@code -Dkiyome.reprocess.cost} milliseconds of a processor (15). Says how long each took and the memory of each at its end.
 */
@EnabledIf("jp.kiyome.quarantine.fixture.PostgresServer#installed")
@EnabledIfSystemProperty(named = "kiyome.reprocess.items", matches = "[0-9]+")
class ReprocessSpeedTest {

    private static final int ITEMS = Integer.getInteger("kiyome.reprocess.items", 0);
    private static final int COST = Integer.getInteger("kiyome.reprocess.cost", 15);

    @TempDir
    Path folder;

    private record Measured(Duration time, Map<Result, Long> tally, List<String> said) {}

    @Test
    void twoProcessesAreFasterAndComeToTheSame() throws Exception {
        Measured one = measured("one", 1);
        Measured two = measured("two", 2);
        say("processors " + Runtime.getRuntime().availableProcessors());
        say("one process: " + one.time() + " " + one.said());
        say("two: " + two.time() + " " + two.said());
        say("speed-up " + (double) one.time().toMillis() / two.time().toMillis());
        assertThat(two.tally()).isEqualTo(one.tally());
    }

    private Measured measured(String name, int processes) throws Exception {
        Path place = Files.createDirectories(folder.resolve(name));
        StoreSettings inFolder = StoreSettings.in(place);
        DatabaseSettings.PostgreSql database = PostgresServer.running().freshDatabase();
        StoreSettings settings =
                new StoreSettings(database, inFolder.originals(), inFolder.cleaned(), inFolder.masterKeys());
        Process[] workers = new Process[processes];
        try (EmbeddedBroker broker = EmbeddedBroker.start(place.resolve("broker"));
                Store store = Store.open(settings, InstantSource.system())) {
            fill(store, settings);
            for (int i = 0; i < processes; i++) {
                workers[i] = Java.start(
                        RunProcess.class,
                        "work",
                        place.toString(),
                        database.url(),
                        "-" + COST,
                        "",
                        broker.settings().url());
                assertThat(workers[i].inputReader(StandardCharsets.UTF_8).readLine())
                        .isEqualTo("ready");
            }
            long start = System.nanoTime();
            Map<Result, Long> tally = run(store, settings, broker);
            Duration time = Duration.ofNanos(System.nanoTime() - start);
            StringBuilder said = new StringBuilder();
            for (Process worker : workers) {
                worker.getOutputStream().close();
                said.append(rest(worker)).append(' ');
            }
            return new Measured(time, tally, List.of(said.toString()));
        } finally {
            for (Process worker : workers) {
                if (worker != null) {
                    worker.destroyForcibly();
                }
            }
        }
    }

    private static String rest(Process worker) throws IOException {
        try (BufferedReader in = worker.inputReader(StandardCharsets.UTF_8)) {
            return String.join(", ", in.lines().toList());
        }
    }

    private static void fill(Store store, StoreSettings settings) throws IOException {
        store.organisations().enrol(Given.CITY, Given.GATEWAY);
        ReprocessBench bench = new ReprocessBench(store, settings.database());
        for (int i = 0; i < ITEMS; i++) {
            bench.item("number " + i + (i % 3 == 0 ? " v2=macro" : ""), i);
        }
    }

    private static Map<Result, Long> run(Store store, StoreSettings settings, EmbeddedBroker broker) {
        Selection selection = ReprocessBench.everything();
        Plan plan = new Plan(selection.words(), PaperSanitizer.ENGINE, ReprocessBench.NEW, false);
        RunJob.Away away = new RunJob.Away(new Handing(broker.settings(), plan), Duration.ofMinutes(10));
        return new ReprocessBench(store, settings.database())
                .run(
                        new Request(selection, false, false, 1, Optional.of(away)),
                        new PaperSanitizer(ReprocessBench.NEW, Duration.ZERO),
                        3)
                .tally();
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
