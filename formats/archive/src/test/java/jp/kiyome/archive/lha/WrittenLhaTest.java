package jp.kiyome.archive.lha;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import jp.kiyome.archive.ArchiveWriter;
import jp.kiyome.archive.NewMember;
import jp.kiyome.archive.Style;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.content.Workspace;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.limit.Limits;
import jp.kiyome.core.policy.Policy;
import jp.kiyome.core.spi.Nested;
import jp.kiyome.core.spi.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenLhaTest {

    private static final Charset CP932 = Charset.forName("windows-31j");
    private static final Optional<LocalDateTime> TIME = Optional.of(LocalDateTime.of(2026, 4, 1, 8, 30, 2));
    private static final byte[] TEXT = "申請書の様式を改めます。\r\n".repeat(3000).getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path temp;

    private final List<Finding> findings = new ArrayList<>();

    /** What a writer needs of a session. */
    private record Scratch(Workspace workspace, List<Finding> findings) implements Session {

        @Override
        public Policy policy() {
            return Policy.defaults();
        }

        @Override
        public Budget budget() {
            return new Budget(Limits.defaults(), 1 << 20);
        }

        @Override
        public void found(Finding finding) {
            findings.add(finding);
        }

        @Override
        public Nested child(String name, Content content, Set<String> expected) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Sink scratch() {
            return workspace.sink();
        }

        @Override
        public List<String> passwords() {
            return List.of();
        }
    }

    private byte[] written(int level, Charset names) throws IOException {
        byte[] noise = new byte[5000];
        new Random(1).nextBytes(noise);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workspace workspace = new Workspace(temp);
                ArchiveWriter writer = new LhaFormat()
                        .writer(out, new Style(names, Optional.empty(), level), new Scratch(workspace, findings))) {
            writer.folder(new NewMember("資料", TIME, false));
            writer.file(new NewMember("資料/表.txt", TIME, false), HeapContent.of(TEXT));
            writer.file(new NewMember("noise.bin", TIME, false), HeapContent.of(noise));
            writer.file(new NewMember("stored.txt", TIME, true), HeapContent.of(TEXT));
            writer.file(new NewMember("empty", Optional.empty(), false), HeapContent.of(new byte[0]));
            writer.file(
                    new NewMember("長".repeat(70) + "/" + "名".repeat(60) + ".txt", TIME, false), HeapContent.of(TEXT));
            writer.finish();
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void theReaderReadsWhatWasWritten(int level) throws IOException {
        Content content = HeapContent.of(written(level, CP932));
        LhaArchive archive = LhaArchive.open(content, new Budget(Limits.defaults(), content.size()), findings::add);
        assertThat(findings).isEmpty();
        assertThat(archive.members())
                .extracting(member -> new String(member.path(), CP932))
                .startsWith("資料/", "資料/表.txt", "noise.bin", "stored.txt", "empty")
                .last()
                .asString()
                .endsWith("名.txt");
        assertThat(archive.members())
                .extracting(LhaMember::method)
                .containsExactly(Method.DIRECTORY, Method.LH5, Method.STORED, Method.STORED, Method.STORED, Method.LH5);
        assertThat(archive.members().get(1).time()).isEqualTo(TIME);
        for (LhaMember member : archive.members()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            archive.unpack(member, out::write);
            assertThat(out.size()).isEqualTo((int) member.size());
        }
        assertThat(new LhaReader(archive).variant()).isEqualTo(level);
    }

    /** Only where lhasa is installed. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void anotherProgramUnpacksWhatWasWritten(int level) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/lha")), "lhasa is not installed");
        Path archive = Files.write(temp.resolve("a.lzh"), written(level, StandardCharsets.UTF_8));
        Process process = new ProcessBuilder("/usr/bin/lha", "xq", archive.toString())
                .directory(Files.createDirectory(temp.resolve("out")).toFile())
                .redirectErrorStream(true)
                .start();
        process.getInputStream().readAllBytes();
        assertThat(process.waitFor()).isZero();
        assertThat(temp.resolve("out/資料/表.txt")).hasBinaryContent(TEXT);
        assertThat(temp.resolve("out/stored.txt")).hasBinaryContent(TEXT);
        assertThat(temp.resolve("out/noise.bin")).hasSize(5000);
        assertThat(temp.resolve("out/empty")).isEmptyFile();
    }

    @Test
    void theSameMembersAreWrittenTheSame() throws IOException {
        assertThat(written(2, CP932)).isEqualTo(written(2, CP932));
    }

    @Test
    void nothingIsNoArchive() throws IOException {
        try (Workspace workspace = new Workspace(temp);
                ArchiveWriter writer = new LhaFormat()
                        .writer(
                                new ByteArrayOutputStream(),
                                new Style(CP932, Optional.empty(), 2),
                                new Scratch(workspace, findings))) {
            assertThatThrownBy(writer::finish).isInstanceOf(Refusal.class).hasMessageContaining("lzh.empty");
        }
    }

    @Test
    void everyTruncationIsRefusedOrHasFewerMembers() throws IOException {
        byte[] whole = written(2, CP932);
        for (int length = 0; length < whole.length; length += 13) {
            Content content = HeapContent.of(Arrays.copyOf(whole, length));
            try {
                LhaArchive archive =
                        LhaArchive.open(content, new Budget(Limits.defaults(), content.size()), findings::add);
                assertThat(archive.members()).hasSizeLessThan(7);
            } catch (Refusal refused) {
                assertThat(refused.finding().kind().code()).isEqualTo("lzh.header");
            }
        }
    }
}
