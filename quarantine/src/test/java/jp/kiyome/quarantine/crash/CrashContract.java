package jp.kiyome.quarantine.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import jp.kiyome.quarantine.audit.Head;
import jp.kiyome.quarantine.fixture.Given;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.ItemId;
import jp.kiyome.quarantine.item.State;
import jp.kiyome.quarantine.store.Store;
import jp.kiyome.quarantine.store.StoreSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that writes is killed (SIGKILL) at a random time, again and again on the same store. After each: whatever it said is safe
 * is there, every row has its file, and the trail is whole. {@code -Dkiyome.store.kills=1000} for the long run, which takes a fresh
 * store every {@value #KILLS_A_STORE} kills: everything in it is checked after each; {@code -Dkiyome.store.seed} draws other moments,
 * {@code -Dkiyome.store.kept=FOLDER} keeps a store that was not whole, to be looked into; {@code -Dkiyome.store.options} let the writer start
 * faster, {@code -Dkiyome.store.life} says how many milliseconds it lives at most from its first item on. What was counted so far is printed with each store.
 */
abstract class CrashContract {

    private static final int KILLS = Integer.getInteger("kiyome.store.kills", 10);
    private static final long SEED = Long.getLong("kiyome.store.seed", 7);
    private static final int KILLS_A_STORE = 25;
    private static final int LIFE_MILLIS = Integer.getInteger("kiyome.store.life", 2_500);
    private static final List<String> OPTIONS = Stream.of("-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx256m "
                    + System.getProperty("kiyome.store.options", ""))
            .flatMap(all -> Stream.of(all.strip().split(" ")))
            .toList();

    @TempDir
    Path folder;

    private final Map<ItemId, State> told = new HashMap<>();
    private final Map<ItemId, String> hashes = new HashMap<>();

    /**
     * A store that does not exist yet.
     *
     * @param url the server's, or nothing
     */
    record Fresh(String url, StoreSettings settings) {}

    abstract Fresh fresh(Path folder) throws Exception;

    @Test
    void nothingThatWasAcceptedIsLost() throws Exception {
        Random lot = new Random(SEED);
        Instant begun = Instant.now();
        int orphans = 0;
        for (int done = 0; done < KILLS; done += KILLS_A_STORE) {
            int kills = Math.min(KILLS_A_STORE, KILLS - done);
            orphans += kill(fresh(folder.resolve("store" + done)), kills, lot);
            System.out.printf(
                    Locale.ROOT,
                    "%s seed %d: %d kills, %d items told safe, %d files left without a row, all whole, %d s%n",
                    getClass().getSimpleName(),
                    SEED,
                    done + kills,
                    hashes.size(),
                    orphans,
                    Duration.between(begun, Instant.now()).toSeconds());
        }
        assertThat(hashes).hasSizeGreaterThan(KILLS);
        assertThat(orphans).as("the machine never stopped where it matters").isPositive();
    }

    /** Gives how many files were left behind without a row, or half written. */
    private int kill(Fresh fresh, int kills, Random lot) throws Exception {
        Head head = new Head(Given.CITY, 0, "0".repeat(64));
        int orphans = 0;
        for (int round = 0; round < kills; round++) {
            writeAndKill(fresh, lot);
            boolean whole = false;
            try (Store store = Store.open(fresh.settings(), InstantSource.system())) {
                head = assertWhole(store, head, "round " + round);
                Instant later = Instant.now().plusSeconds(60);
                var swept = store.sweeper().sweep(Given.CITY, Given.GATEWAY, later);
                assertThat(swept.missing()).isEmpty();
                orphans += swept.orphans() + swept.unfinished();
                assertThat(store.check().check(Given.CITY, Given.GATEWAY).clean())
                        .isTrue();
                whole = true;
            } finally {
                if (!whole) {
                    keep(fresh.settings().masterKeys().getParent());
                }
            }
        }
        return orphans;
    }

    private static void keep(Path store) throws IOException {
        String kept = System.getProperty("kiyome.store.kept", "");
        if (!kept.isEmpty()) {
            try (Stream<Path> all = Files.walk(store).filter(Files::isRegularFile)) {
                for (Path one : (Iterable<Path>) all::iterator) {
                    Path copy = Path.of(kept).resolve(store.getFileName()).resolve(store.relativize(one));
                    Files.createDirectories(copy.getParent());
                    Files.copy(one, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private Head assertWhole(Store store, Head head, String round) {
        assertThat(store.check().check(Given.CITY, Given.GATEWAY).faults())
                .as(round)
                .isEmpty();
        var trail = store.trail().verify(Given.CITY, Given.GATEWAY, List.of(head));
        assertThat(trail.faults()).as(round).isEmpty();
        told.forEach((id, state) -> assertThere(store, id, state));
        told.clear();
        return trail.head();
    }

    private void assertThere(Store store, ItemId id, State state) {
        Item item = store.items().find(Given.CITY, id).orElseThrow(() -> new AssertionError("lost: " + id));
        assertThat(item.original().sha256()).isEqualTo(hashes.get(id));
        assertThat(item.state()).isGreaterThanOrEqualTo(state);
    }

    private void writeAndKill(Fresh fresh, Random lot) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                fresh.settings().masterKeys().getParent().toString(),
                fresh.url(),
                "" + lot.nextLong()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader in = process.inputReader(StandardCharsets.UTF_8)) {
            // A library may have something to say first.
            assertThat(in.lines().anyMatch("ready"::equals))
                    .as("the writer starts")
                    .isTrue();
            // Counted from the first item on: a busy machine would else be killed before it has begun.
            hear(String.valueOf(in.readLine()));
            int millis = lot.nextInt(0, LIFE_MILLIS);
            Thread killer = Thread.ofVirtual().start(() -> kill(process, millis));
            in.lines().forEach(this::hear);
            killer.join();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor()).as("killed, not ended").isEqualTo(137);
    }

    private static void kill(Process process, int millis) {
        try {
            Thread.sleep(millis);
            // Not by Process, which would close the pipe with what was said last.
            process.toHandle().destroyForcibly();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A line that the kill cut off told nothing. */
    private void hear(String line) {
        String[] words = line.split(" ", -1);
        boolean whole = words.length == 3 && words[2].length() == 64;
        if (whole && (words[0].equals("accepted") || words[0].equals("rebuilt"))) {
            ItemId id = ItemId.parse(words[1]);
            hashes.put(id, words[2]);
            told.put(id, words[0].equals("rebuilt") ? State.REBUILT : State.RECEIVED);
        }
    }
}
