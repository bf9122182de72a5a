package jp.kiyome.mail.retro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.kiyome.bridge.asking.ScriptedSource;
import jp.kiyome.bridge.verdict.Deadline;
import jp.kiyome.bridge.verdict.HashSource;
import jp.kiyome.bridge.verdict.SourceVersion;
import jp.kiyome.bridge.verdict.Verdict;
import jp.kiyome.bridge.verdict.VerdictSource;
import jp.kiyome.bridge.verdict.WhyNotScanned;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.report.Digest;
import jp.kiyome.mail.settings.RetroSettings;
import jp.kiyome.quarantine.blob.Area;
import jp.kiyome.quarantine.blob.Staged;
import jp.kiyome.quarantine.database.DatabaseSettings;
import jp.kiyome.quarantine.item.Actor;
import jp.kiyome.quarantine.item.Arrival;
import jp.kiyome.quarantine.item.Assessment;
import jp.kiyome.quarantine.item.Conclusion;
import jp.kiyome.quarantine.item.Group;
import jp.kiyome.quarantine.item.ItemId;
import jp.kiyome.quarantine.item.Kind;
import jp.kiyome.quarantine.item.Opinion;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.item.Part;
import jp.kiyome.quarantine.item.State;
import jp.kiyome.quarantine.retro.Whose;
import jp.kiyome.quarantine.store.Store;
import jp.kiyome.quarantine.store.StoreSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was delivered is asked about again: what, when, and how often. */
class InquiryTest {

    private static final Organisation CITY = new Organisation("city-a");
    private static final Actor WHO = Actor.service("test");
    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
    private static final RetroSettings USUAL = RetroSettings.usual();
    private static final Verdict.Threat THREAT = new Verdict.Threat(Untrusted.of("Win.Test"));

    @TempDir
    Path folder;

    private final List<String> threats = new ArrayList<>();
    private final List<String> log = new ArrayList<>();
    private final ScriptedSource clamd = new ScriptedSource("clamd", () -> this.answer);
    private Verdict answer = Verdict.nothingFound();
    private Instant now = NOW;
    private Store store;

    @BeforeEach
    @SuppressWarnings("NullAway") // begin sets it
    void open() throws IOException {
        begin();
        store.organisations().enrol(CITY, WHO);
    }

    private void begin() throws IOException {
        store = Store.open(
                new StoreSettings(
                        new DatabaseSettings.Embedded(folder.resolve("store")),
                        folder.resolve("o"),
                        folder.resolve("c"),
                        folder.resolve("master.keys")),
                () -> now);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Inquiry inquiry(VerdictSource source) {
        Inquiry.Of of = new Inquiry.Of(
                CITY,
                new Whose.AllBut(Set.of()),
                "city-a " + source.name(),
                source,
                (sha256, who, threat) -> threats.add(sha256 + " " + who + " " + threat.name()));
        return new Inquiry(store, of, USUAL, () -> now, log::add);
    }

    private int round() {
        return inquiry(clamd).round();
    }

    private static ByteArrayInputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(String text) throws IOException {
        return Digest.of(in(text)).sha256();
    }

    private Staged staged(Area area, String text) throws IOException {
        return store.blobs().stage(CITY, area, in(text), 1_000);
    }

    /** A file with two files inside, of which one comes out. */
    private ItemId deliver(String text) throws IOException {
        ItemId id = ItemId.at(text.hashCode() & 0xFFFF);
        Arrival arrival = new Arrival(
                id,
                Kind.FILE,
                Group.WHOLE,
                Untrusted.nothing(),
                List.of(Untrusted.of("x@a.example")),
                Untrusted.of(text),
                now,
                now.plus(Duration.ofDays(90)));
        store.items().accept(CITY, WHO, arrival, staged(Area.ORIGINAL, text));
        store.items().move(CITY, WHO, id, State.PROCESSING, "");
        Staged output = staged(Area.CLEANED, "clean " + text);
        Part kept = part("1.1", "kept in " + text, Optional.of(Digest.of(in("clean kept in " + text))), List.of());
        Part gone = part("1.2", "gone from " + text, Optional.empty(), List.of());
        Part whole = part("1", text, Optional.of(output.digest()), List.of(kept, gone));
        store.items().conclude(CITY, WHO, id, new Conclusion(whole, "0", "p", "{}", ""), List.of(output), "");
        store.items().move(CITY, WHO, id, State.DELIVERED, "");
        return id;
    }

    private static Part part(String path, String text, Optional<Digest> output, List<Part> nested) throws IOException {
        return new Part(
                path,
                Untrusted.of(text),
                Untrusted.of(text),
                "zip",
                output.isPresent() ? jp.kiyome.core.report.Verdict.REBUILT : jp.kiyome.core.report.Verdict.BLOCKED,
                "",
                Digest.of(in(text)),
                output,
                List.of(),
                nested);
    }

    private void later(Duration time) {
        now = now.plus(time);
    }

    @Test
    void newerSignaturesAreAskedOnceAndAThreatIsToldAndKept() throws IOException {
        ItemId item = deliver("minutes");
        later(Duration.ofSeconds(1));
        assertThat(round()).as("under which version it came nobody knows").isOne();
        assertThat(round()).isZero();
        assertThat(threats).isEmpty();
        clamd.version = "2";
        clamd.signatures = Optional.of(NOW);
        answer = THREAT;
        later(Duration.ofSeconds(1));
        assertThat(round()).isOne();
        assertThat(round()).isZero();
        assertThat(threats).containsExactly(sha256("minutes") + " clamd Win.Test");
        Opinion opinion = new Opinion.Threat("Win.Test");
        assertThat(store.items().find(CITY, item).orElseThrow().assessments())
                .containsExactly(new Assessment("clamd", "2", Optional.of(NOW), sha256("minutes"), opinion, now));
        store.close();
        begin();
        assertThat(round()).as("after a restart").isZero();
        later(USUAL.every().plusSeconds(1));
        assertThat(round()).isOne();
        assertThat(store.items().find(CITY, item).orElseThrow().assessments()).hasSize(1);
        assertThat(clamd.asked()).isEqualTo(3);
    }

    @Test
    void whatCameUnderTheSameVersionIsAskedAboutNoSoonerThanItIsTime() throws IOException {
        assertThat(round()).isZero();
        later(Duration.ofSeconds(10));
        deliver("minutes");
        later(Duration.ofSeconds(1));
        assertThat(round()).isZero();
        later(USUAL.every());
        assertThat(round()).as("signatures of one's own do not show").isOne();
        later(USUAL.every());
        assertThat(round()).isOne();
    }

    @Test
    void whatWasDeliveredLongAgoIsNotAskedAbout() throws IOException {
        deliver("minutes");
        later(USUAL.within().plusSeconds(1));
        assertThat(round()).isZero();
        assertThat(clamd.asked()).isZero();
    }

    @Test
    void aSourceThatIsAwayIsAskedWhenItIsBack() throws IOException {
        deliver("minutes");
        deliver("agenda");
        later(Duration.ofSeconds(1));
        answer = Verdict.notScanned(WhyNotScanned.SOURCE_DOWN, "");
        assertThat(round()).isZero();
        assertThat(clamd.asked()).isOne();
        ScriptedSource silent = new ScriptedSource("clamd", () -> THREAT) {
            @Override
            public Optional<SourceVersion> version(Deadline deadline) {
                return Optional.empty();
            }
        };
        assertThat(inquiry(silent).round()).isZero();
        assertThat(silent.asked()).isZero();
        answer = THREAT;
        assertThat(round() + round() + round()).isEqualTo(2);
        assertThat(threats).hasSize(2);
    }

    @Test
    void aSourceThatHasNotLookedAtOneIsAskedAboutTheOthers() throws IOException {
        deliver("minutes");
        deliver("agenda");
        later(Duration.ofSeconds(1));
        answer = Verdict.notScanned(WhyNotScanned.TIME_OUT, "");
        assertThat(round() + round() + round()).isEqualTo(2);
        assertThat(clamd.asked()).isEqualTo(2);
    }

    @Test
    void aFileThatCannotBeReadDoesNotKeepTheOthersFromBeingAskedAbout() throws IOException {
        deliver("minutes");
        deliver("agenda");
        later(Duration.ofSeconds(1));
        try (Stream<Path> files = Files.walk(folder.resolve("o"))) {
            for (Path file : files.filter(Files::isRegularFile).limit(1).toList()) {
                Files.delete(file);
            }
        }
        answer = THREAT;
        assertThat(round() + round() + round()).isEqualTo(2);
        assertThat(threats).hasSize(1);
        assertThat(log).hasSize(1);
    }

    @Test
    void aListIsAskedAboutAllThatCameOut() throws IOException {
        deliver("minutes");
        deliver("agenda");
        later(Duration.ofSeconds(1));
        Listed lists = new Listed();
        assertThat(inquiry(lists).round()).isEqualTo(2);
        assertThat(lists.hashes)
                .containsExactlyInAnyOrder(
                        sha256("minutes"),
                        sha256("clean minutes"),
                        sha256("kept in minutes"),
                        sha256("clean kept in minutes"),
                        sha256("agenda"),
                        sha256("clean agenda"),
                        sha256("kept in agenda"),
                        sha256("clean kept in agenda"));
        assertThat(threats).containsExactly(sha256("kept in agenda") + " lists Win.Test");
        assertThat(inquiry(lists).round()).isZero();
        lists.version = "2";
        assertThat(inquiry(lists).round()).isEqualTo(2);
    }

    /** Lists one hash. */
    private static final class Listed extends ScriptedSource implements HashSource {

        private final List<String> hashes = new ArrayList<>();

        Listed() {
            super("lists", Verdict::nothingFound);
        }

        @Override
        public Verdict byHash(String sha256, Deadline deadline) {
            hashes.add(sha256);
            try {
                return sha256.equals(InquiryTest.sha256("kept in agenda"))
                        ? THREAT
                        : Verdict.notScanned(WhyNotScanned.UNLISTED, "");
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public boolean isNear() {
            return true;
        }
    }
}
