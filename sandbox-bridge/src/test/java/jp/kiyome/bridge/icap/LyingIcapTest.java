package jp.kiyome.bridge.icap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import jp.kiyome.bridge.server.ScriptedServer;
import jp.kiyome.bridge.verdict.Deadline;
import jp.kiyome.bridge.verdict.Unanswered;
import jp.kiyome.bridge.verdict.Verdict;
import jp.kiyome.bridge.wire.Address;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.finding.Untrusted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With stand-ins for scanners behind ICAP. The file is {@code hello}, or longer where it says so. */
class LyingIcapTest {

    private static final String OK = "ICAP/1.0 200 OK\r\nEncapsulated: res-hdr=0, res-body=19\r\n\r\n";
    private static final String HTTP = "HTTP/1.1 200 OK\r\n\r\n";

    @ParameterizedTest
    @CsvSource({
        "'ICAP/1.0 204 No Content\r\n\r\n', OK",
        "'ICAP/1.0 204\r\n\r\n', OK",
        "'ICAP/1.0 204 x\r\nX-Infection-Found: Type=0; Resolution=2; Threat=Bad;\r\n\r\n', THREAT",
        "'ICAP/1.0 204 x\r\nX-Virus-ID: Bad\r\n\r\n', THREAT",
        "'ICAP/1.0 204 No Content\n\n', PROTOCOL",
        "'ICAP/1.1 204 No Content\r\n\r\n', PROTOCOL",
        "'HTTP/1.1 204 No Content\r\n\r\n', PROTOCOL",
        "'ICAP/1.0 2044\r\n\r\n', PROTOCOL",
        "'ICAP/1.0 204 No Content\r\n', PROTOCOL",
        "'ICAP/1.0 204 No Content\r\n folded: x\r\n\r\n', PROTOCOL",
        "'ICAP/1.0 204 x\r\nX-Violations-Found: 1\r\n\t-\r\n\tBad\r\n\r\n', THREAT",
        "'ICAP/1.0 100 Continue\r\n\r\nICAP/1.0 204 No\r\n\r\n', REFUSED",
        "'ICAP/1.0 200 OK\r\n\r\n', PROTOCOL",
        "'ICAP/1.0 206 Partial\r\n\r\n', REFUSED",
        "'ICAP/1.0 404 Not Found\r\n\r\n', REFUSED",
        "'ICAP/1.0 503 Overloaded\r\n\r\n', SOURCE_DOWN",
        "'ICAP/1.0 408 Timeout\r\n\r\n', TIME_OUT",
        "'ICAP/1.0 413 Too large\r\n\r\n', TOO_LARGE",
        "'', SOURCE_DOWN",
        "'garbage', PROTOCOL",
    })
    void onlyAWholeAnswerCounts(String answer, String expected) {
        assertThat(word(answer, 5, Optional.empty())).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "'5\r\nhello\r\n0\r\n\r\n', OK",
        "'2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n', OK",
        "'5\r\nhallo\r\n0\r\n\r\n', THREAT",
        "'4\r\nhell\r\n0\r\n\r\n', THREAT",
        "'6\r\nhello!\r\n0\r\n\r\n', THREAT",
        "'0\r\n\r\n', THREAT",
        "'5\r\nhello\r\n', PROTOCOL",
        "'5\r\nhel', PROTOCOL",
        "'5\r\nhello0\r\n\r\n', PROTOCOL",
        "'fffffffff\r\nhello', PROTOCOL",
        "'-1\r\nhello', PROTOCOL",
    })
    void onlyTheSameBytesCountAsUnchanged(String body, String expected) {
        assertThat(word(OK + HTTP + body, 5, Optional.empty())).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "'res-hdr=0, res-body=9999999', PROTOCOL",
        "'res-hdr=0, res-body=999999', PROTOCOL",
        "'res-hdr=19, res-body=0', PROTOCOL",
        "'res-hdr=0', PROTOCOL",
        "'res-body=19, res-body=19', PROTOCOL",
        "'', PROTOCOL",
        "'res-hdr=0, null-body=19', THREAT",
        "'req-hdr=0, req-body=19', THREAT",
    })
    void encapsulatedIsReadStrictly(String parts, String expected) {
        String answer = "ICAP/1.0 200 OK\r\nEncapsulated: " + parts + "\r\n\r\n" + HTTP + "5\r\nhello\r\n0\r\n\r\n";
        assertThat(word(answer, 5, Optional.empty())).isEqualTo(expected);
    }

    @Test
    @SuppressWarnings("StringConcatToTextBlock") // lines end as the protocol has it
    void aPageInPlaceOfTheFileIsAThreat() {
        String page = "ICAP/1.0 200 OK\r\nEncapsulated: res-hdr=0, res-body=26\r\n\r\nHTTP/1.1 403 Forbidden\r\n\r\n"
                + "5\r\nhello\r\n0\r\n\r\n";
        assertThat(word(page, 5, Optional.empty())).isEqualTo("THREAT");
    }

    @Test
    void contentWithAPreviewIsNotContentWithTheFile() {
        assertThat(word("ICAP/1.0 204 No Content\r\n\r\n", 5, Optional.of(4))).isEqualTo("REFUSED");
        assertThat(word("ICAP/1.0 204 No Content\r\n\r\n", 5, Optional.of(5))).isEqualTo("OK");
        assertThat(word("ICAP/1.0 204 No Content\r\n\r\n", 64 << 20, Optional.empty()))
                .isEqualTo("REFUSED");
    }

    @Test
    void anEndlessHeadEnds() {
        byte[] field = ("X-Padding: " + "x".repeat(1000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        try (ScriptedServer server = new ScriptedServer(socket -> {
            socket.getOutputStream().write("ICAP/1.0 204 No Content\r\n".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                socket.getOutputStream().write(field);
            }
        })) {
            assertThat(word(server, 5, Optional.empty())).isEqualTo("PROTOCOL");
        }
    }

    @Test
    void aServerThatKeepsSilentIsATimeOut() {
        try (ScriptedServer server = new ScriptedServer(socket -> Thread.sleep(20_000))) {
            assertThat(word(server, 64 << 20, Optional.empty())).isEqualTo("TIME_OUT");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'ICAP/1.0 200 OK\r\nMethods: RESPMOD, REQMOD\r\nPreview: 1024\r\nAllow: 204\r\nOptions-TTL: 60\r\n\r\n', true",
        "'ICAP/1.0 200 OK\r\nMethods: REQMOD\r\n\r\n', false",
        "'ICAP/1.0 404 Not found\r\n\r\n', false",
        "'ICAP/1.0 200 OK\r\nMethods: RESPMOD\r\nPreview: many\r\n\r\n', false",
        "'ICAP/1.0 200 OK\r\nMethods: RESPMOD\r\nPreview: 1\r\nPreview: 2\r\n\r\n', false",
    })
    void optionsAreReadStrictly(String answer, boolean usable) throws IOException {
        InputStream in = new ByteArrayInputStream(answer.getBytes(StandardCharsets.US_ASCII));
        Head head = new HeadReader(in).read();
        boolean used;
        try {
            assertThat(IcapOptions.of(head, IcapMode.RESPMOD).lifetime()).isPositive();
            used = true;
        } catch (Unanswered unanswered) {
            used = false;
        }
        assertThat(used).isEqualTo(usable);
    }

    @Test
    void aNameCannotEndALine() {
        String head = new IcapRequest(address(1))
                .modification(IcapMode.RESPMOD, Untrusted.of("a\r\nX-Evil: 1\r\n\r\n名.txt"), 1, true, Optional.empty());
        assertThat(head).doesNotContain("X-Evil: 1").contains("a%0d%0aX-Evil%3a%201%0d%0a%0d%0a%e5%90%8d.txt ");
    }

    private static String word(String answer, int size, Optional<Integer> preview) {
        try (ScriptedServer server = new ScriptedServer(socket -> {
            takeIn(socket, size);
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        })) {
            return word(server, size, preview);
        }
    }

    /** Reads what a small request holds, so that closing does not destroy the answer on its way. */
    private static void takeIn(Socket socket, int size) throws IOException {
        InputStream in = new BufferedInputStream(socket.getInputStream());
        String last = "";
        while (size < 1000 && !last.endsWith("\r\n0\r\n\r\n") && !last.endsWith("ieof\r\n\r\n")) {
            last = (last + (char) in.read()).substring(Math.max(0, last.length() - 10));
        }
    }

    private static String word(ScriptedServer server, int size, Optional<Integer> preview) {
        IcapExchange exchange = new IcapExchange(address(server.port()), IcapMode.RESPMOD);
        IcapOptions options = new IcapOptions(preview, true, Optional.empty(), Duration.ofMinutes(1), "");
        byte[] content = size == 5 ? "hello".getBytes(StandardCharsets.US_ASCII) : new byte[size];
        try {
            Verdict verdict = exchange.judge(
                    HeapContent.of(content), Untrusted.of("a"), options, Deadline.in(Duration.ofSeconds(2)));
            return switch (verdict) {
                case Verdict.NothingFound nothing -> "OK";
                case Verdict.Threat threat -> "THREAT";
                case Verdict.Suspicious suspicious -> "SUSPICIOUS";
                case Verdict.NotScanned unscanned -> unscanned.why().name();
            };
        } catch (Unanswered unanswered) {
            return unanswered.why().name();
        }
    }

    private static IcapAddress address(int port) {
        return new IcapAddress(new Address.Tcp("127.0.0.1", port), "scan");
    }
}
