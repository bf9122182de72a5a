package jp.kiyome.container.zip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Workspace;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.limit.Limits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is read by everyone, the same way, and says nothing but the members. */
class WrittenZipTest {

    private static final Map<String, String> MEMBERS = new LinkedHashMap<>();

    static {
        MEMBERS.put("[Content_Types].xml", "<Types/>");
        MEMBERS.put("word/document.xml", "text ".repeat(50_000));
        MEMBERS.put("word/empty.xml", "");
        MEMBERS.put("表.xml", "<表/>");
    }

    private static final CanonicalRecords TINY = new CanonicalRecords(8, 2);

    private final Workspace workspace = Workspace.inTempDirectory();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        workspace.close();
    }

    private Content write(CanonicalRecords records, Map<String, String> members, Storage storage) {
        var out = workspace.sink();
        try (WrittenZip zip = new WrittenZip(out, workspace.sink(), 6, records)) {
            for (Map.Entry<String, String> member : members.entrySet()) {
                try (OutputStream stream = zip.member(member.getKey(), storage)) {
                    stream.write(member.getValue().getBytes(UTF_8));
                }
            }
            zip.finish(List.copyOf(members.keySet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.finish();
    }

    private Map<String, String> readByJava(Content archive) throws IOException {
        Path file = folder.resolve("written.zip");
        Files.write(file, archive.stream().readAllBytes());
        Map<String, String> read = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (Enumeration<? extends ZipEntry> e = zip.entries(); e.hasMoreElements(); ) {
                ZipEntry entry = e.nextElement();
                read.put(entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), UTF_8));
            }
        }
        return read;
    }

    private static Map<String, String> streamedByJava(Content archive) throws IOException {
        Map<String, String> read = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(archive.stream())) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                read.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
            }
        }
        return read;
    }

    @Test
    void everyReaderReadsWhatWasWritten() throws IOException {
        for (Storage storage : Storage.values()) {
            Content archive = write(CanonicalRecords.STANDARD, MEMBERS, storage);
            assertThat(readByJava(archive)).isEqualTo(MEMBERS);
            assertThat(streamedByJava(archive)).isEqualTo(MEMBERS);
            ReadZip read = ReadZip.of(archive.stream().readAllBytes());
            assertThat(read.texts().keySet()).containsExactlyElementsOf(MEMBERS.keySet());
            assertThat(read.findings()).isEmpty();
        }
    }

    @Test
    void zip64ValuesAreReadByEveryReader() throws IOException {
        for (Storage storage : Storage.values()) {
            Content archive = write(TINY, MEMBERS, storage);
            assertThat(readByJava(archive)).isEqualTo(MEMBERS);
            assertThat(streamedByJava(archive)).isEqualTo(MEMBERS);
            assertThat(ReadZip.of(archive.stream().readAllBytes()).findings()).isEmpty();
        }
    }

    @Test
    void moreThan65535MembersAreListed() throws IOException {
        for (int count : new int[] {65_534, 65_535}) {
            Map<String, String> many = new LinkedHashMap<>();
            IntStream.range(0, count).forEach(i -> many.put("m" + i, ""));
            Content archive = write(CanonicalRecords.STANDARD, many, Storage.STORED);
            assertThat(readByJava(archive)).hasSize(count);
            Limits d = Limits.defaults();
            Limits roomy = new Limits(
                    d.inputBytes(),
                    d.decodedBytes(),
                    d.ratio(),
                    d.ratioGrace(),
                    70_000,
                    d.depth(),
                    d.pixels(),
                    d.imagePixels(),
                    d.xmlDepth(),
                    d.passwordHints(),
                    d.time());
            assertThat(ReadZip.of(archive, new Budget(roomy, archive.size())).texts())
                    .hasSize(count);
        }
    }

    @Test
    void membersStandInTheOrderToldAtTheEnd() throws IOException {
        var out = workspace.sink();
        WrittenZip zip = new WrittenZip(out, workspace.sink(), 1);
        for (String name : List.of("c", "a", "b")) {
            zip.member(name, Storage.DEFLATED).close();
        }
        zip.finish(List.of("a", "b", "c"));
        assertThat(streamedByJava(out.finish()).keySet()).containsExactly("a", "b", "c");
    }

    @Test
    void howAMemberIsCutIntoWritesDoesNotShow() throws IOException {
        byte[] bytes = new byte[300_000];
        new Random(7).nextBytes(bytes);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] &= 0x0F;
        }
        byte[] whole = cut(bytes, bytes.length);
        assertThat(cut(bytes, 1)).isEqualTo(whole);
        assertThat(cut(bytes, 7_919)).isEqualTo(whole);
        assertThat(cut(bytes, 1 << 16)).isEqualTo(whole);
    }

    private byte[] cut(byte[] bytes, int piece) throws IOException {
        var out = workspace.sink();
        WrittenZip zip = new WrittenZip(out, workspace.sink(), 4);
        try (OutputStream stream = zip.member("m", Storage.DEFLATED)) {
            for (int at = 0; at < bytes.length; at += piece) {
                int count = Math.min(piece, bytes.length - at);
                if (count == 1) {
                    stream.write(bytes[at]);
                } else {
                    stream.write(bytes, at, count);
                }
            }
        }
        zip.finish(List.of("m"));
        return out.finish().stream().readAllBytes();
    }

    @Test
    void nothingButMembersIsWritten() throws IOException {
        Content archive = write(CanonicalRecords.STANDARD, Map.of("a", "1"), Storage.STORED);
        ForgedZip same = ForgedZip.of(ForgedMember.stored("a", "1"));
        assertThat(archive.stream().readAllBytes()).isEqualTo(same.bytes());
        assertThat(new ZipInputStream(new ByteArrayInputStream(same.bytes()))
                        .getNextEntry()
                        .getExtra())
                .isNull();
    }

    @Test
    void namesAndOrderAreHeldToTheRules() throws IOException {
        WrittenZip zip = new WrittenZip(workspace.sink(), workspace.sink(), 1);
        assertThatIllegalArgumentException().isThrownBy(() -> zip.member("../x", Storage.STORED));
        OutputStream open = zip.member("a", Storage.STORED);
        assertThatIllegalStateException().isThrownBy(() -> zip.member("b", Storage.STORED));
        assertThatIllegalStateException().isThrownBy(() -> zip.finish(List.of("a")));
        open.close();
        assertThatIllegalArgumentException().isThrownBy(() -> zip.member("a", Storage.STORED));
        assertThatIllegalArgumentException().isThrownBy(() -> zip.finish(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> zip.finish(List.of("a", "a")));
        zip.finish(List.of("a"));
        assertThatIllegalStateException().isThrownBy(() -> zip.finish(List.of("a")));
    }
}
