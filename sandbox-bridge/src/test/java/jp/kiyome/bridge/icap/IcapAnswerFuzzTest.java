package jp.kiyome.bridge.icap;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import jp.kiyome.bridge.verdict.Unanswered;
import jp.kiyome.bridge.verdict.Verdict;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.HeapContent;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever an ICAP server sends: a verdict or none, and nothing found only by 204 or by the same bytes. */
class IcapAnswerFuzzTest {

    private static final Content HELLO = HeapContent.of("hello".getBytes(StandardCharsets.US_ASCII));

    @SuppressWarnings("StringConcatToTextBlock") // lines end as the protocol has it
    static Stream<byte[]> answers() {
        return Stream.of(
                        "ICAP/1.0 204 No Content\r\nISTag: \"a\"\r\n\r\n",
                        "ICAP/1.0 200 OK\r\nEncapsulated: res-hdr=0, res-body=19\r\n\r\nHTTP/1.1 200 OK\r\n\r\n"
                                + "5\r\nhello\r\n0\r\n\r\n",
                        "ICAP/1.0 200 OK\r\nMethods: RESPMOD\r\nPreview: 10\r\nAllow: 204\r\nOptions-TTL: 5\r\n\r\n")
                .map(text -> text.getBytes(StandardCharsets.US_ASCII));
    }

    @MethodSource("answers")
    @FuzzTest
    void answer(byte[] bytes) {
        for (IcapMode mode : IcapMode.values()) {
            try (InputStream in = new ByteArrayInputStream(bytes)) {
                Head head = new HeadReader(in).read();
                if (new IcapAnswer(mode, HELLO).read(head, in) instanceof Verdict.NothingFound) {
                    assertThat(head.status("ICAP/1.0")).isIn(200, 204);
                }
            } catch (Unanswered | IOException e) {
                assertThat(e).isNotNull();
            }
        }
    }

    @MethodSource("answers")
    @FuzzTest
    void options(byte[] bytes) {
        try {
            IcapOptions options =
                    IcapOptions.of(new HeadReader(new ByteArrayInputStream(bytes)).read(), IcapMode.RESPMOD);
            assertThat(options.lifetime()).isPositive();
            assertThat(options.preview().orElse(0)).isNotNegative();
        } catch (Unanswered | IOException e) {
            assertThat(e).isNotNull();
        }
    }
}
