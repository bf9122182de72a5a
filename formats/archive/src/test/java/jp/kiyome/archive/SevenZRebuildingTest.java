package jp.kiyome.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import jp.kiyome.archive.Rebuilding.Result;
import jp.kiyome.core.limit.Limits;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZMethod;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SevenZRebuildingTest {

    private static byte[] archive(SevenZMethod method, String password, String... names) throws IOException {
        SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel();
        try (SevenZOutputFile file = password.isEmpty()
                ? new SevenZOutputFile(channel)
                : new SevenZOutputFile(channel, password.toCharArray())) {
            file.setContentCompression(method);
            for (String name : names) {
                SevenZArchiveEntry entry = new SevenZArchiveEntry();
                entry.setName(name);
                entry.setDirectory(name.endsWith("/"));
                file.putArchiveEntry(entry);
                if (!name.endsWith("/")) {
                    file.write(("text of " + name).getBytes(StandardCharsets.UTF_8));
                }
                file.closeArchiveEntry();
            }
        }
        return Arrays.copyOf(channel.array(), (int) channel.size());
    }

    @ParameterizedTest
    @EnumSource(names = {"COPY", "LZMA", "LZMA2", "BZIP2", "DEFLATE"})
    void everyUsualMethodIsReadAndOneIsWritten(SevenZMethod method) throws IOException {
        Result result = Rebuilding.twice("a.7z", archive(method, "", "d/", "d/a.txt", "日本語.txt"));
        assertThat(result.codes()).isEmpty();
        assertThat(Listing.sevenZ(result.bytes(), ""))
                .containsExactly(
                        Map.entry("d", ""),
                        Map.entry("d/a.txt", "text of d/a.txt"),
                        Map.entry("日本語.txt", "text of 日本語.txt"));
    }

    @Test
    void namesAreCleanedAsInEveryArchive() throws IOException {
        Result result = Rebuilding.twice("a.7z", archive(SevenZMethod.LZMA2, "", "../a.txt", "a.txt", "x.vbs"));
        assertThat(Listing.sevenZ(result.bytes(), "").keySet()).containsExactly("a.txt", "a (2).txt", "x_vbs.txt");
    }

    @Test
    void encryptedArchivesAreLockedWithoutAndStayEncryptedWithTheirPassword() throws IOException {
        byte[] locked = archive(SevenZMethod.LZMA2, "秘密", "a.txt", "b.txt");
        assertThat(Rebuilding.of("a.7z", locked).ending()).startsWith("LOCKED");
        assertThat(Rebuilding.of("a.7z", locked, "wrong").ending()).startsWith("LOCKED");
        Result result = Rebuilding.twice("a.7z", locked, "wrong", "秘密");
        assertThat(Listing.sevenZ(result.bytes(), "秘密").values()).containsExactly("text of a.txt", "text of b.txt");
        assertThat(Rebuilding.of("a.7z", result.bytes()).ending()).startsWith("LOCKED");
    }

    @Test
    void aMailThatNamesThePasswordOpensTheArchive() throws IOException {
        byte[] locked = archive(SevenZMethod.LZMA2, "Xk3#9", "a.txt");
        Result result = Rebuilding.hinted(Limits.defaults(), "a.7z", locked, "解凍パスワード：Ｘｋ３＃９\n");
        assertThat(Listing.sevenZ(result.bytes(), "Xk3#9").values()).containsExactly("text of a.txt");
    }

    @Test
    void aPolicyMayDeliverEncryptedArchivesOpen() throws IOException {
        byte[] locked = archive(SevenZMethod.LZMA2, "x", "a.txt");
        Result result = Rebuilding.with(Map.of("archive.password", "open"), "a.7z", locked, "x");
        assertThat(result.codes()).containsExactly("archive.opened");
        assertThat(Listing.sevenZ(result.bytes(), "").values()).containsExactly("text of a.txt");
    }

    @Test
    void dataBehindTheHeaderIsGone() throws IOException {
        byte[] bytes = archive(SevenZMethod.LZMA2, "", "a.txt");
        Result result = Rebuilding.twice("a.7z", Arrays.copyOf(bytes, bytes.length + 10));
        assertThat(result.codes()).containsExactly("sevenz.gap");
    }

    @Test
    void aWrongCheckSumIsRefused() throws IOException {
        byte[] bytes = archive(SevenZMethod.COPY, "", "a.txt");
        bytes[33] ^= 1;
        assertThat(Rebuilding.of("a.7z", bytes).ending()).isEqualTo("BLOCKED sevenz.crc");
    }
}
