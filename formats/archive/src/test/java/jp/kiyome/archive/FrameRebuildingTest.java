package jp.kiyome.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import jp.kiyome.archive.Rebuilding.Result;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;
import org.junit.jupiter.api.Test;

class FrameRebuildingTest {

    private static byte[] gz(String text, String name) throws IOException {
        GzipParameters parameters = new GzipParameters();
        parameters.setFileName(name);
        parameters.setComment(name.isEmpty() ? null : "SECRET");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GzipCompressorOutputStream out = new GzipCompressorOutputStream(bytes, parameters)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static String gunzipped(byte[] bytes) throws IOException {
        return new String(new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void nameAndCommentOfTheHeaderAreGone() throws IOException {
        Result result = Rebuilding.twice("a.txt.gz", gz("text", "../../evil.exe"));
        assertThat(result.codes()).containsExactly("frame.header");
        assertThat(new String(result.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("evil", "SECRET");
        assertThat(gunzipped(result.bytes())).isEqualTo("text");
    }

    @Test
    void joinedStreamsBecomeOneAndWhatFollowsIsGone() throws IOException {
        byte[] both = joined(joined(gz("one ", ""), gz("two", "")), "SECRET".getBytes(StandardCharsets.US_ASCII));
        Result result = Rebuilding.twice("a.txt.gz", both);
        assertThat(result.codes()).containsExactly("frame.header", "frame.joined", "frame.trailing");
        assertThat(gunzipped(result.bytes())).isEqualTo("one two");
    }

    @Test
    void whatIsRefusedInsideIsRefusedOutside() throws IOException {
        assertThat(Rebuilding.of("a.exe.gz", gz("MZ\1\2", "")).ending()).isEqualTo("BLOCKED type.unknown");
    }

    @Test
    void aBrokenStreamIsRefused() throws IOException {
        byte[] bytes = gz("text", "");
        bytes[bytes.length - 6] ^= 1;
        assertThat(Rebuilding.of("a.txt.gz", bytes).ending()).isEqualTo("BLOCKED frame.broken");
        assertThat(Rebuilding.of("a.txt.gz", Arrays.copyOf(bytes, 20)).rebuilt())
                .isFalse();
    }

    @Test
    void aBombEndsAtTheLimit() throws IOException {
        byte[] bomb = gz("0".repeat(80 << 20), "");
        assertThat(Rebuilding.of("a.txt.gz", bomb).ending()).isEqualTo("BLOCKED limit.ratio");
    }
}
