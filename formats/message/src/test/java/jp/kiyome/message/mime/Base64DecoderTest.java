package jp.kiyome.message.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.content.Workspace;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.limit.Limits;
import org.junit.jupiter.api.Test;

class Base64DecoderTest {

    /** What came out, in hex, and whether it was loose. */
    private record Read(String hex, boolean loose) {}

    private static Read decoded(String signs) {
        Content in = HeapContent.of(signs.getBytes(StandardCharsets.ISO_8859_1));
        try (Workspace workspace = Workspace.inTempDirectory()) {
            Sink sink = workspace.sink();
            boolean loose = new Base64Decoder(in, sink, new Budget(Limits.defaults(), in.size())).decode();
            Content out = sink.finish();
            byte[] bytes = new byte[(int) out.size()];
            out.copy(0, bytes, 0, bytes.length);
            return new Read(HexFormat.of().formatHex(bytes), loose);
        }
    }

    @Test
    void whatOthersEncodeComesBackWhereverItsLinesBreak() {
        Random random = new Random(64);
        for (int size : new int[] {0, 1, 2, 3, 4, 5, 6, 57, 8_190, 8_191, 8_192, 12_288, 12_289, 16_384, 40_001}) {
            for (int line : new int[] {4, 5, 76, 77, 1_000, 16_384}) {
                byte[] bytes = new byte[size];
                random.nextBytes(bytes);
                String signs = Base64.getMimeEncoder(line / 4 * 4, new byte[] {'\r', '\n'})
                        .encodeToString(bytes);
                String elsewhere =
                        line % 4 == 0 ? signs : signs.replace("\r\n", "").replaceAll("(.{5})", "$1\r\n ");
                Read expected = new Read(HexFormat.of().formatHex(bytes), false);
                assertThat(decoded(elsewhere)).as(size + " " + line).isEqualTo(expected);
            }
        }
    }

    @Test
    void paddingThatIsMissingOrTooMuchIsLoose() {
        assertThat(decoded("QUJD").loose()).isFalse();
        assertThat(decoded("QUJDRA==").loose()).isFalse();
        assertThat(decoded("QUJDRA=").loose()).isTrue();
        assertThat(decoded("QUJDRA").loose()).isTrue();
        assertThat(decoded("QUJD=").loose()).isTrue();
    }

    @Test
    void aSignThatIsNoneIsRefusedWhereverItStands() {
        for (int at = 0; at < 8; at++) {
            String signs =
                    new StringBuilder("QUJDQUJD").replace(at, at + 1, "*").toString();
            assertThatThrownBy(() -> decoded(signs)).as(signs).isInstanceOf(Refusal.class);
        }
    }

    @Test
    void nothingMayStandBehindThePadding() {
        for (String behind : new String[] {"Q", "QUJD", "QUJDQUJD", "=", "*"}) {
            assertThatThrownBy(() -> decoded("QUJDRA==" + behind)).as(behind).isInstanceOf(Refusal.class);
            assertThatThrownBy(() -> decoded("QUJD==" + behind)).as(behind).isInstanceOf(Refusal.class);
        }
        assertThatThrownBy(() -> decoded("=")).isInstanceOf(Refusal.class);
    }
}
