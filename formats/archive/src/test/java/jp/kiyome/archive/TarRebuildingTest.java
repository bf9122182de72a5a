package jp.kiyome.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import jp.kiyome.archive.Rebuilding.Result;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class TarRebuildingTest {

    private static final byte[] TEXT = "text\n".getBytes(StandardCharsets.US_ASCII);

    private interface Filling {
        void fill(TarArchiveOutputStream tar) throws IOException;
    }

    private static byte[] tar(int longNames, Filling filling) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "UTF-8")) {
            tar.setLongFileMode(longNames);
            tar.setAddPaxHeadersForNonAsciiNames(longNames == TarArchiveOutputStream.LONGFILE_POSIX);
            filling.fill(tar);
        }
        return bytes.toByteArray();
    }

    private static void put(TarArchiveOutputStream tar, String name) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setModTime(1_700_000_000_000L);
        entry.setSize(TEXT.length);
        tar.putArchiveEntry(entry);
        tar.write(TEXT);
        tar.closeArchiveEntry();
    }

    private static void putLink(TarArchiveOutputStream tar, String name, byte type) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, type, true);
        entry.setLinkName("/etc/passwd");
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
    }

    @Test
    void longAndJapaneseNamesComeBackWhateverTheDialect() throws IOException {
        String deep = "folder/".repeat(30) + "日本語.txt";
        for (int dialect : new int[] {TarArchiveOutputStream.LONGFILE_POSIX, TarArchiveOutputStream.LONGFILE_GNU}) {
            byte[] bytes = tar(dialect, tar -> {
                put(tar, deep);
                put(tar, "a.txt");
            });
            Result result = Rebuilding.twice("a.tar", bytes);
            assertThat(Listing.tar(result.bytes()).keySet()).containsExactly(deep, "a.txt");
        }
    }

    @Test
    void linksAndPathsThatClimbNeverComeOut() throws IOException {
        byte[] bytes = tar(TarArchiveOutputStream.LONGFILE_POSIX, tar -> {
            putLink(tar, "l", TarConstants.LF_SYMLINK);
            putLink(tar, "h", TarConstants.LF_LINK);
            putLink(tar, "d", TarConstants.LF_CHR);
            put(tar, "../../x.txt");
        });
        Result result = Rebuilding.twice("a.tar", bytes);
        assertThat(Listing.tar(result.bytes()).keySet()).containsExactly("l.txt", "h.txt", "d.txt", "x.txt");
        assertThat(result.codes()).containsExactly("archive.link", "archive.special-file", "archive.traversal");
        assertThat(new String(result.bytes(), StandardCharsets.UTF_8)).doesNotContain("passwd");
    }

    @Test
    void ownersAndAttributesAreGone() throws IOException {
        byte[] bytes = tar(TarArchiveOutputStream.LONGFILE_POSIX, tar -> {
            TarArchiveEntry entry = new TarArchiveEntry("a.txt");
            entry.setUserName("taro");
            entry.addPaxHeader("SCHILY.xattr.user.secret", "SECRET");
            entry.setSize(0);
            tar.putArchiveEntry(entry);
            tar.closeArchiveEntry();
        });
        Result result = Rebuilding.twice("a.tar", bytes);
        assertThat(new String(result.bytes(), StandardCharsets.UTF_8)).doesNotContain("taro", "SECRET");
        assertThat(result.codes()).containsExactly("tar.extended", "tar.owner");
    }

    @Test
    void membersBehindTheEndAreNotHiddenFromAnybody() throws IOException {
        byte[] one = tar(TarArchiveOutputStream.LONGFILE_POSIX, tar -> put(tar, "a.txt"));
        byte[] both = Arrays.copyOf(one, one.length * 2);
        System.arraycopy(one, 0, both, one.length, one.length);
        assertThat(Rebuilding.of("a.tar", both).ending()).isEqualTo("BLOCKED tar.hidden-member");
    }

    @Test
    void twoSizesOfOneMemberAreRefused() throws IOException {
        byte[] bytes = tar(TarArchiveOutputStream.LONGFILE_POSIX, tar -> {
            TarArchiveEntry entry = new TarArchiveEntry("a.txt");
            entry.setSize(TEXT.length);
            entry.addPaxHeader("comment", "a long enough comment to be written over");
            tar.putArchiveEntry(entry);
            tar.write(TEXT);
            tar.closeArchiveEntry();
        });
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int at = text.indexOf("comment=a long enough");
        byte[] lie = "size=0000000000000000000".getBytes(StandardCharsets.US_ASCII);
        assertThat(at).isPositive();
        // The record keeps its length: the rest of it stays digits.
        int end = text.indexOf('\n', at);
        Arrays.fill(bytes, at, end, (byte) '0');
        System.arraycopy(lie, 0, bytes, at, 5);
        assertThat(Rebuilding.of("a.tar", bytes).ending()).startsWith("BLOCKED tar.");
    }

    @Test
    void compressedTapesGoTheWholeWay() throws IOException {
        byte[] tar = tar(TarArchiveOutputStream.LONGFILE_POSIX, out -> put(out, "../a.txt"));
        ByteArrayOutputStream gz = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(gz)) {
            out.write(tar);
        }
        ByteArrayOutputStream bz2 = new ByteArrayOutputStream();
        try (BZip2CompressorOutputStream out = new BZip2CompressorOutputStream(bz2)) {
            out.write(tar);
        }
        ByteArrayOutputStream xz = new ByteArrayOutputStream();
        try (XZOutputStream out = new XZOutputStream(xz, new LZMA2Options(1))) {
            out.write(tar);
        }
        Map<String, ByteArrayOutputStream> files = Map.of("a.tar.gz", gz, "a.tgz", gz, "a.tar.bz2", bz2, "a.txz", xz);
        files.forEach((name, file) -> {
            Result result = Rebuilding.twice(name, file.toByteArray());
            assertThat(result.codes()).as(name).containsExactly("archive.traversal");
            assertThat(result.report().outputName().unescaped()).isEqualTo(name);
        });
    }
}
