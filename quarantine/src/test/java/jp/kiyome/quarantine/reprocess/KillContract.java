package jp.kiyome.quarantine.reprocess;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import jp.kiyome.quarantine.audit.AuditRecord;
import jp.kiyome.quarantine.fixture.Given;
import jp.kiyome.quarantine.fixture.ReprocessBench;
import jp.kiyome.quarantine.item.Criteria;
import jp.kiyome.quarantine.item.Hit;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.store.Store;
import jp.kiyome.quarantine.store.StoreSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that processes again is killed (SIGKILL) at random times and started anew, until it comes to its end. What it leaves is what
 * a run leaves that nobody disturbed. {@code -Dkiyome.reprocess.kills=100} for more rounds.
 */
abstract class KillContract {

    private static final int KILLS = Integer.getInteger("kiyome.reprocess.kills", 4);
    private static final int ITEMS = Integer.getInteger("kiyome.reprocess.killed.items", 60 * KILLS);

    @TempDir
    Path folder;

    /** The server's URL, or nothing; each time of another database. */
    abstract String freshUrl() throws Exception;

    abstract StoreSettings settings(Path place, String url);

    @Test
    void killedAnywhereItEndsAsIfItHadNotBeen() throws Exception {
        Path files = Files.createDirectories(folder.resolve("files"));
        for (int i = 0; i < ITEMS / 4; i++) {
            Files.writeString(files.resolve(i + ".txt"), text(i) + " from outside");
        }
        Map<String, String> undisturbed = leftBy("undisturbed", files, 0);
        Map<String, String> killed = leftBy("killed", files, KILLS);
        assertThat(killed).isEqualTo(undisturbed).hasSize(ITEMS + takenIn());
    }

    private static String text(int number) {
        String[] kinds = {"", " v2=macro", " v1=blocked", " v2=blocked", " v2=locked", " v2=crash", ""};
        return "number " + number + kinds[number % kinds.length];
    }

    /** What kills workers is not taken into the store. */
    private static int takenIn() {
        return (int) IntStream.range(0, ITEMS / 4)
                .filter(i -> !text(i).contains("crash"))
                .count();
    }

    private Map<String, String> leftBy(String name, Path files, int kills) throws Exception {
        Path place = Files.createDirectories(folder.resolve(name));
        String url = freshUrl();
        StoreSettings settings = settings(place, url);
        try (Store store = Store.open(settings, InstantSource.system())) {
            store.organisations().enrol(Given.CITY, Given.GATEWAY);
            ReprocessBench bench = new ReprocessBench(store, settings.database());
            for (int i = 0; i < ITEMS; i++) {
                bench.item(text(i), i);
            }
        }
        Random lot = new Random(11);
        int killed = 0;
        for (String outside : List.of("", files.toString())) {
            boolean ended = false;
            while (!ended) {
                ended = run(place, url, outside, killed < kills, lot);
                killed += ended ? 0 : 1;
            }
        }
        assertThat(killed).as("it was killed where it matters").isBetween(kills / 2, kills);
        try (Store store = Store.open(settings, InstantSource.system())) {
            return left(store);
        }
    }

    /** Whether it came to its end. */
    private static boolean run(Path place, String url, String outside, boolean mayBeKilled, Random lot)
            throws IOException, InterruptedException {
        Process process = Java.start(RunProcess.class, "run", place.toString(), url, "15", outside, "");
        try (BufferedReader in = process.inputReader(StandardCharsets.UTF_8)) {
            if (mayBeKilled) {
                // Counted from where it begins to work: a busy machine would else be killed before.
                assertThat(in.lines().anyMatch(line -> line.equals("ready"))).isTrue();
                Thread.sleep(lot.nextInt(0, 2500));
                // By its handle: the process itself would close what is read here.
                process.toHandle().destroyForcibly();
            }
            in.lines().forEach(line -> {});
        }
        int code = process.waitFor();
        assertThat(code).isIn(0, 137);
        return code == 0;
    }

    /** What each item came to, and that it was recorded once. */
    private static Map<String, String> left(Store store) {
        assertThat(store.check().check(Given.CITY, Given.GATEWAY).faults()).isEmpty();
        assertThat(store.trail().verify(Given.CITY, Given.GATEWAY, List.of()).faults())
                .isEmpty();
        Map<String, String> left = new TreeMap<>();
        Criteria criteria = Criteria.any();
        List<Hit> hits = store.items().search(Given.CITY, criteria, 1000);
        while (!hits.isEmpty()) {
            for (Hit hit : hits) {
                Item item = store.items().find(Given.CITY, hit.id()).orElseThrow();
                left.put(
                        hit.id().toString(),
                        item.state() + " " + item.conclusion().orElseThrow().policyHash() + " "
                                + item.conclusion().orElseThrow().root().output());
            }
            hits = store.items()
                    .search(Given.CITY, criteria.after(hits.getLast().cursor()), 1000);
        }
        List<AuditRecord> trail = new ArrayList<>();
        store.trail().export(Given.CITY, Given.GATEWAY, 0, trail::add);
        trail.stream()
                .filter(record -> record.action().equals("item.reprocessed"))
                .forEach(record ->
                        left.merge(record.subject(), " " + record.fields().get("result"), String::concat));
        return left;
    }
}
