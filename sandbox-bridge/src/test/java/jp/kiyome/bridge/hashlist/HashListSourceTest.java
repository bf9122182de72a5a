package jp.kiyome.bridge.hashlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import jp.kiyome.bridge.verdict.Deadline;
import jp.kiyome.bridge.verdict.SourceState;
import jp.kiyome.bridge.verdict.SourceVersion;
import jp.kiyome.bridge.verdict.Submission;
import jp.kiyome.bridge.verdict.Verdict;
import jp.kiyome.bridge.verdict.WhyNotScanned;
import jp.kiyome.core.content.HeapContent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HashListSourceTest {

    private static final Submission BAD = file("bad");
    private static final Submission GOOD = file("good");
    private static final Submission OTHER = file("other");

    @TempDir
    Path directory;

    private Path block;
    private Path allow;
    private int tick;

    @BeforeEach
    void lists() throws IOException {
        block = directory.resolve("block");
        allow = directory.resolve("allow");
        write(block, "# ours\n\n" + hash(BAD) + "  Emotet again\r\n");
        write(allow, hash(GOOD).toUpperCase(java.util.Locale.ROOT) + "\n");
    }

    @Test
    void eachListSaysItsPartAndNoMore() {
        try (HashListSource source = new HashListSource("lists", block, allow)) {
            assertThat(ask(source, BAD)).isEqualTo(Verdict.threat("Emotet again"));
            assertThat(ask(source, GOOD)).isEqualTo(new Verdict.NothingFound(true));
            assertThat(ask(source, OTHER)).isEqualTo(Verdict.notScanned(WhyNotScanned.UNLISTED, ""));
        }
    }

    @Test
    void theBlockListWeighsMore() throws IOException {
        write(allow, hash(BAD) + "\n");
        try (HashListSource source = new HashListSource("lists", block, allow)) {
            assertThat(ask(source, BAD)).isInstanceOf(Verdict.Threat.class);
        }
    }

    @Test
    void aChangedFileIsReadAgainAndTheAdditionsAreTold() throws IOException {
        Set<String> told = new TreeSet<>();
        try (HashListSource source = new HashListSource("lists", block, allow, told::addAll)) {
            SourceVersion version = source.version(soon()).orElseThrow();
            assertThat(told).isEmpty();
            write(block, hash(BAD) + "\n" + hash(OTHER) + "\n");
            assertThat(ask(source, OTHER)).isEqualTo(Verdict.threat("block list"));
            assertThat(told).containsExactly(hash(OTHER));
            assertThat(source.version(soon()).orElseThrow()).isNotEqualTo(version);
        }
    }

    @Test
    void aFileWithAWrongLineChangesNothingAndIsToldByNumber() throws IOException {
        try (HashListSource source = new HashListSource("lists", block, allow)) {
            assertThat(ask(source, BAD)).isInstanceOf(Verdict.Threat.class);
            write(block, hash(OTHER) + "\n\nnot a hash\n" + hash(GOOD) + "x\n");
            assertThat(ask(source, OTHER)).isInstanceOf(Verdict.NotScanned.class);
            assertThat(ask(source, BAD)).isInstanceOf(Verdict.Threat.class);
            assertThat(source.state(soon()).condition()).isEqualTo(SourceState.Condition.READY);
            assertThat(source.state(soon()).remarks().toString()).contains("number=3", "number=4");
            Files.delete(block);
            assertThat(ask(source, BAD)).isInstanceOf(Verdict.Threat.class);
        }
    }

    @Test
    void listsThatCouldNeverBeReadAreDown() throws IOException {
        Files.delete(allow);
        try (HashListSource source = new HashListSource("lists", block, allow)) {
            assertThat(ask(source, BAD)).isInstanceOfSatisfying(Verdict.NotScanned.class, told -> assertThat(told.why())
                    .isEqualTo(WhyNotScanned.SOURCE_DOWN));
            assertThat(source.state(soon()).condition()).isEqualTo(SourceState.Condition.DOWN);
        }
    }

    /** The time of the file is moved on, since two writings may fall into one tick of the file system. */
    private void write(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_700_000_000_000L + 1000L * ++tick));
    }

    private static Submission file(String text) {
        return Submission.file(HeapContent.of(text.getBytes(StandardCharsets.US_ASCII)), text);
    }

    private static String hash(Submission submission) {
        return submission.digest().sha256();
    }

    private static Verdict ask(HashListSource source, Submission submission) {
        return source.ask(submission, soon());
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(5));
    }
}
