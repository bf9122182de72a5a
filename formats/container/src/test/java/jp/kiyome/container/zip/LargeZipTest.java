package jp.kiyome.container.zip;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.ZipFile;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Workspace;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.limit.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Past four gigabytes for real. Takes 13 GB of disk, so only by hand: {@code -DargLine="-Dkiyome.large=true"}. */
@EnabledIfSystemProperty(named = "kiyome.large", matches = "true")
class LargeZipTest {

    private static final long SIZE = (1L << 32) + 5;

    @TempDir
    Path folder;

    @Test
    void membersPastFourGigabytesAreWrittenAndRead() throws IOException {
        try (Workspace workspace = new Workspace(folder)) {
            var out = workspace.sink();
            try (WrittenZip zip = new WrittenZip(out, workspace.sink(), 1)) {
                zeros(zip.member("stored", Storage.STORED));
                zeros(zip.member("deflated", Storage.DEFLATED));
                try (OutputStream last = zip.member("last", Storage.DEFLATED)) {
                    last.write("last".getBytes(US_ASCII));
                }
                zip.finish(List.of("stored", "deflated", "last"));
            }
            Content archive = out.finish();
            readByKiyome(archive);
            readByJava(archive);
        }
    }

    private static void zeros(OutputStream stream) throws IOException {
        byte[] buffer = new byte[1 << 20];
        try (stream) {
            for (long left = SIZE; left > 0; left -= buffer.length) {
                stream.write(buffer, 0, (int) Math.min(left, buffer.length));
            }
        }
    }

    private static void readByKiyome(Content archive) throws IOException {
        Limits roomy = new Limits(1L << 40, 1L << 40, 10_000, 1L << 40, 10, 8, 1, 1, 1, 1, Duration.ofMinutes(10));
        try (ZipArchive zip = ZipArchive.open(archive, new Budget(roomy, archive.size()), finding -> {
            throw new AssertionError(finding);
        })) {
            CanonicalZip.check(zip);
            for (ZipMember member : zip.members()) {
                try (InputStream in = zip.open(member)) {
                    assertThat(in.transferTo(OutputStream.nullOutputStream()))
                            .isEqualTo(member.name().equals("last") ? 4 : SIZE);
                }
            }
        }
    }

    private void readByJava(Content archive) throws IOException {
        Path file = folder.resolve("large.zip");
        try (InputStream in = archive.stream()) {
            Files.copy(in, file);
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.getEntry("stored").getSize()).isEqualTo(SIZE);
            assertThat(zip.getInputStream(zip.getEntry("deflated")).transferTo(OutputStream.nullOutputStream()))
                    .isEqualTo(SIZE);
            assertThat(zip.getInputStream(zip.getEntry("last")).readAllBytes()).isEqualTo("last".getBytes(US_ASCII));
        }
    }
}
