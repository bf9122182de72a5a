package jp.kiyome.quarantine.reprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kiyome.quarantine.database.DatabaseSettings;
import jp.kiyome.quarantine.fixture.EmbeddedBroker;
import jp.kiyome.quarantine.fixture.Given;
import jp.kiyome.quarantine.fixture.PaperSanitizer;
import jp.kiyome.quarantine.fixture.PostgresServer;
import jp.kiyome.quarantine.fixture.ReprocessBench;
import jp.kiyome.quarantine.item.Criteria;
import jp.kiyome.quarantine.item.Group;
import jp.kiyome.quarantine.reprocess.batch.Broken;
import jp.kiyome.quarantine.reprocess.batch.RunJob;
import jp.kiyome.quarantine.reprocess.remote.Broker;
import jp.kiyome.quarantine.reprocess.remote.Handing;
import jp.kiyome.quarantine.reprocess.source.Selection;
import jp.kiyome.quarantine.reprocess.task.Plan;
import jp.kiyome.quarantine.reprocess.task.Result;
import jp.kiyome.quarantine.reprocess.work.Treatments;
import jp.kiyome.quarantine.store.Store;
import jp.kiyome.quarantine.store.StoreSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Parts done by other processes, over a broker on a real socket of the loopback. */
@EnabledIf("jp.kiyome.quarantine.fixture.PostgresServer#installed")
class RemoteTest {

    private static final int ITEMS = 200;

    @TempDir
    Path folder;

    private StoreSettings fresh() throws Exception {
        StoreSettings inFolder = StoreSettings.in(folder.resolve("store"));
        Files.createDirectories(folder.resolve("store"));
        return new StoreSettings(
                PostgresServer.running().freshDatabase(),
                inFolder.originals(),
                inFolder.cleaned(),
                inFolder.masterKeys());
    }

    @Test
    void twoProcessesDoTheSameAsOneAlsoWhenOneIsKilled() throws Exception {
        StoreSettings settings = fresh();
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"));
                Store store = Store.open(settings, InstantSource.system())) {
            filled(store, settings);
            String url = ((DatabaseSettings.PostgreSql) settings.database()).url();
            Process first = worker(url, broker);
            Process second = worker(url, broker);
            try {
                Thread killer = Thread.ofVirtual().start(() -> killWhenBusy(store, first));
                Map<Result, Long> tally = run(store, settings, broker.settings(), Duration.ofMinutes(2));
                killer.join();
                assertThat(tally).isEqualTo(Map.of(Result.SAME, ITEMS / 2L, Result.WORSE, ITEMS / 2L));
                assertThat(first.waitFor()).as("killed").isEqualTo(137);
                assertThat(recorded(store)).as("each once").isEqualTo(ITEMS);
                second.getOutputStream().close();
                assertThat(said(second)).anyMatch(line -> line.startsWith("files "));
            } finally {
                first.destroyForcibly();
                second.destroyForcibly();
            }
            assertThat(store.check().check(Given.CITY, Given.GATEWAY).faults()).isEmpty();
        }
    }

    @Test
    void twoProcessesJudgeEachGroupUnderItsOwnPolicyAndOthersLeaveItAlone() throws Exception {
        StoreSettings settings = fresh();
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"));
                Store store = Store.open(settings, InstantSource.system())) {
            store.organisations().enrol(Given.CITY, Given.GATEWAY);
            ReprocessBench bench = new ReprocessBench(store, settings.database());
            for (int i = 0; i < ITEMS; i++) {
                Group group = i % 2 == 0 ? ReprocessBench.TAX : Group.WHOLE;
                bench.item("number " + i + " v2=macro v3=blocked", group, i);
            }
            String url = ((DatabaseSettings.PostgreSql) settings.database()).url();
            Process stranger = worker(url, broker);
            Process first = worker(url, broker, "v3");
            Process second = worker(url, broker, "v3");
            try {
                Treatments treatments = ReprocessBench.treatments(
                        new PaperSanitizer(ReprocessBench.NEW, Duration.ZERO),
                        new PaperSanitizer("v3", Duration.ZERO),
                        3);
                assertThat(run(store, settings, broker.settings(), treatments))
                        .isEqualTo(Map.of(Result.WORSE, ITEMS / 2L, Result.NOW_BLOCKED, ITEMS / 2L));
                assertThat(recorded(store)).as("each once").isEqualTo(ITEMS);
                for (Process worker : List.of(stranger, first, second)) {
                    worker.getOutputStream().close();
                }
                assertThat(said(stranger)).as("under one policy").contains("files 0");
                List<String> both = new ArrayList<>(said(first));
                both.addAll(said(second));
                assertThat(both).as("somebody has").anyMatch(line -> line.matches("files [1-9][0-9]*"));
            } finally {
                List.of(stranger, first, second).forEach(Process::destroyForcibly);
            }
            assertThat(store.check().check(Given.CITY, Given.GATEWAY).faults()).isEmpty();
        }
    }

    private static Map<Result, Long> run(Store store, StoreSettings settings, Broker broker, Treatments treatments) {
        Selection selection = new Selection.Stored(Criteria.any());
        Plan plan = new Plan(selection.words(), PaperSanitizer.ENGINE, treatments.policies(), false);
        RunJob.Away away = new RunJob.Away(new Handing(broker, plan), Duration.ofMinutes(2));
        return new ReprocessBench(store, settings.database())
                .run(new Request(selection, false, false, 1, Optional.of(away)), treatments)
                .tally();
    }

    private Process worker(String url, EmbeddedBroker broker, String... tax) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "work",
                folder.resolve("store").toString(),
                url,
                "20",
                "",
                broker.settings().url()));
        arguments.addAll(List.of(tax));
        return Java.start(RunProcess.class, arguments.toArray(String[]::new));
    }

    private static void killWhenBusy(Store store, Process process) {
        try {
            while (recorded(store) < ITEMS / 10) {
                Thread.sleep(50);
            }
            process.destroyForcibly();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> said(Process process) throws IOException {
        try (BufferedReader in = process.inputReader(StandardCharsets.UTF_8)) {
            return in.lines().toList();
        }
    }

    private static int recorded(Store store) {
        List<String> items = new ArrayList<>();
        store.trail().export(Given.CITY, Given.GATEWAY, 0, record -> {
            if (record.action().equals("item.reprocessed")) {
                items.add(record.subject());
            }
        });
        return items.size();
    }

    @Test
    void whereNobodyListensItIsBrokenOffAndGoesOnLater() throws Exception {
        StoreSettings settings = fresh();
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"));
                Store store = Store.open(settings, InstantSource.system())) {
            filled(store, settings);
            assertThatThrownBy(() -> run(store, settings, broker.settings(), Duration.ofSeconds(1)))
                    .isInstanceOf(Broken.class);
            Process worker = worker(((DatabaseSettings.PostgreSql) settings.database()).url(), broker);
            try {
                assertThat(run(store, settings, broker.settings(), Duration.ofMinutes(2)))
                        .isEqualTo(Map.of(Result.SAME, ITEMS / 2L, Result.WORSE, ITEMS / 2L));
                assertThat(recorded(store)).isEqualTo(ITEMS);
            } finally {
                worker.destroyForcibly();
            }
        }
    }

    private static void filled(Store store, StoreSettings settings) throws IOException {
        store.organisations().enrol(Given.CITY, Given.GATEWAY);
        ReprocessBench bench = new ReprocessBench(store, settings.database());
        for (int i = 0; i < ITEMS; i++) {
            bench.item("number " + i + (i % 2 == 0 ? " v2=macro" : ""), i);
        }
    }

    private static Map<Result, Long> run(Store store, StoreSettings settings, Broker broker, Duration patience) {
        Selection selection = new Selection.Stored(Criteria.any());
        Plan plan = new Plan(selection.words(), PaperSanitizer.ENGINE, ReprocessBench.NEW, false);
        RunJob.Away away = new RunJob.Away(new Handing(broker, plan), patience);
        return new ReprocessBench(store, settings.database())
                .run(
                        new Request(selection, false, false, 1, Optional.of(away)),
                        new PaperSanitizer(ReprocessBench.NEW, Duration.ZERO),
                        3)
                .tally();
    }
}
