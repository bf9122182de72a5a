package jp.kiyome.office.ooxml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jp.kiyome.container.zip.ZipArchive;
import jp.kiyome.container.zip.ZipMember;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.limit.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A part that has the name is never taken for one that has not. */
class PartBytesTest {

    private static ZipArchive archive(byte[] part) throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("part.xml"));
            out.write(part);
        }
        HeapContent content = HeapContent.of(zip.toByteArray());
        return ZipArchive.open(content, new Budget(Limits.defaults(), content.size()), finding -> {});
    }

    private static boolean mayName(String part, Charset charset) throws IOException {
        try (ZipArchive archive = archive(part.getBytes(charset))) {
            return new PartBytes(archive).mayName(archive.members().getFirst(), "fldChar");
        }
    }

    /** Places around the ends of the windows in which a long part is searched. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_529, 65_530, 65_535, 65_536, 131_066, 131_065, 131_072, 1_300_000})
    void theNameIsFoundWhereverItStands(int before) throws IOException {
        String padding = "x".repeat(before);
        String behind = "y".repeat(1_400_000);
        assertThat(mayName(padding + "<w:fldChar/>", StandardCharsets.UTF_8)).isTrue();
        assertThat(mayName(padding + "<w:fldChar/>" + behind, StandardCharsets.UTF_8))
                .isTrue();
        assertThat(mayName(padding + "<w:fldCha/>" + behind, StandardCharsets.UTF_8))
                .isFalse();
        assertThat(mayName(padding + "<w:fldCha/>", StandardCharsets.UTF_8)).isFalse();
    }

    @Test
    void inAnotherEncodingItMayStand() throws IOException {
        assertThat(mayName("<w:p/>", StandardCharsets.UTF_16)).isTrue();
        assertThat(mayName("<w:p/>", StandardCharsets.UTF_16LE)).isTrue();
        assertThat(mayName("<w:p/>", StandardCharsets.UTF_16BE)).isTrue();
    }

    @Test
    void whatIsHeldIsThePartItself() throws IOException {
        byte[] part = "<w:p/>".getBytes(StandardCharsets.UTF_8);
        try (ZipArchive archive = archive(part)) {
            PartBytes bytes = new PartBytes(archive);
            ZipMember member = archive.members().getFirst();
            bytes.mayName(member, "fldChar");
            assertThat(bytes.open(member).readAllBytes()).isEqualTo(part);
            assertThat(bytes.open(member).readAllBytes()).isEqualTo(part);
        }
    }
}
