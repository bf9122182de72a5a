package jp.kiyome.bridge.clamd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import jp.kiyome.bridge.server.ScriptedServer;
import jp.kiyome.bridge.verdict.Deadline;
import jp.kiyome.bridge.verdict.Submission;
import jp.kiyome.bridge.verdict.Verdict;
import jp.kiyome.bridge.verdict.WhyNotScanned;
import jp.kiyome.core.content.HeapContent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With stand-ins for clamd that answer wrongly. */
class LyingClamdTest {

    @ParameterizedTest
    @CsvSource({
        "'3: stream: OK\\0', OK",
        "'3: stream: X FOUND\\0', THREAT",
        "'2: stream: OK\\0', PROTOCOL",
        "'stream: OK\\0', PROTOCOL",
        "'3: stream: OK', PROTOCOL",
        "'3: stream: OK\\0extra', PROTOCOL",
        "'3: stream: OK\n\\0', PROTOCOL",
        "'3: stream: ok\\0', PROTOCOL",
        "'3: stream:  FOUND\\0', PROTOCOL",
        "'3: other: X FOUND\\0', PROTOCOL",
        "'3: \\0', PROTOCOL",
        "'\\0', PROTOCOL",
        "'', SOURCE_DOWN",
        "'INSTREAM size limit exceeded. ERROR\\0', TOO_LARGE",
        "'3: stream: Can''t allocate memory ERROR\\0', REFUSED",
        "'3: stream: Heuristics.Limits.Exceeded.MaxFiles FOUND\\0', TOO_LARGE",
        "'3: stream: Heuristics.Encrypted.PDF FOUND\\0', ENCRYPTED",
    })
    void onlyClamdsOwnWordsCount(String answer, String expected) {
        String bytes = answer.replace("\\0", "\0");
        try (ScriptedServer server = new ScriptedServer(socket -> {
            proveThen(socket, in -> {
                swallow(in);
                socket.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
            });
        })) {
            assertThat(word(ask(server, 10))).isEqualTo(expected);
        }
    }

    /** Whatever it says of everything, it has shown that it does not look. */
    @ParameterizedTest
    @ValueSource(strings = {"OK", "Evil FOUND", "Heuristics.Limits.Exceeded.MaxFileSize FOUND", "Broken ERROR"})
    void aServerThatAlwaysSaysTheSameHasScannedNothing(String answer) {
        try (ScriptedServer server = new ScriptedServer(socket -> {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            command(in, "zIDSESSION");
            for (int number = 1; ; number++) {
                command(in, "zINSTREAM");
                stream(in);
                socket.getOutputStream()
                        .write((number + ": stream: " + answer + "\0").getBytes(StandardCharsets.US_ASCII));
            }
        })) {
            assertThat(word(ask(server, 10))).isEqualTo("UNFIT");
        }
    }

    @Test
    void anAnswerForHalfOfWhatWasSentIsNotTakenForAll() {
        try (ScriptedServer server = new ScriptedServer(socket -> proveThen(socket, in -> {
            in.skipNBytes(in.readInt() / 2);
            socket.getOutputStream().write("3: stream: OK\0".getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            stream(in);
        }))) {
            assertThat(word(ask(server, 64 << 20))).isEqualTo("PROTOCOL");
        }
    }

    @Test
    void goodNewsBeforeTheEndIsNoNews() {
        try (ScriptedServer server = new ScriptedServer(socket -> proveThen(socket, in -> {
            socket.getOutputStream().write("3: stream: OK\0".getBytes(StandardCharsets.US_ASCII));
            Thread.sleep(3_000);
        }))) {
            assertThat(word(ask(server, 64 << 20))).isEqualTo("PROTOCOL");
        }
    }

    @Test
    void anEarlyCloseWithAnAnswerIsHeard() {
        try (ScriptedServer server = new ScriptedServer(socket -> proveThen(socket, in -> {
            socket.getOutputStream().write("INSTREAM size limit exceeded. ERROR\0".getBytes(StandardCharsets.US_ASCII));
        }))) {
            assertThat(word(ask(server, 64 << 20))).isEqualTo("TOO_LARGE");
        }
    }

    @Test
    void anEndlessAnswerEnds() {
        byte[] much = "x".repeat(10_000).getBytes(StandardCharsets.US_ASCII);
        try (ScriptedServer server = new ScriptedServer(socket -> proveThen(socket, in -> {
            swallow(in);
            while (true) {
                socket.getOutputStream().write(much);
            }
        }))) {
            assertThat(word(ask(server, 10))).isEqualTo("PROTOCOL");
        }
    }

    @Test
    void aServerThatNeverReadsIsATimeOut() {
        try (ScriptedServer server = new ScriptedServer(socket -> proveThen(socket, in -> Thread.sleep(20_000)))) {
            assertThat(word(ask(server, 64 << 20))).isEqualTo("TIME_OUT");
        }
    }

    @Test
    void aFreshConnectionIsNotTriedTwice() {
        AtomicInteger connections = new AtomicInteger();
        try (ScriptedServer server = new ScriptedServer(socket -> {
            connections.incrementAndGet();
            proveThen(socket, LyingClamdTest::swallow);
        })) {
            assertThat(word(ask(server, 10))).isEqualTo("SOURCE_DOWN");
            assertThat(connections).hasValue(1);
        }
    }

    /** What a test does once the client is content with the server. */
    private interface Then {
        void play(DataInputStream in) throws IOException, InterruptedException;
    }

    private static void proveThen(Socket socket, Then then) throws IOException, InterruptedException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        command(in, "zIDSESSION");
        command(in, "zINSTREAM");
        stream(in);
        socket.getOutputStream().write("1: stream: EICAR FOUND\0".getBytes(StandardCharsets.US_ASCII));
        command(in, "zINSTREAM");
        stream(in);
        socket.getOutputStream()
                .write("2: stream: Heuristics.Limits.Exceeded.MaxRecursion FOUND\0"
                        .getBytes(StandardCharsets.US_ASCII));
        command(in, "zINSTREAM");
        then.play(in);
    }

    private static void command(DataInputStream in, String expected) throws IOException {
        byte[] read = new byte[expected.length() + 1];
        in.readFully(read);
        assertThat(new String(read, StandardCharsets.US_ASCII)).isEqualTo(expected + "\0");
    }

    private static void swallow(DataInputStream in) throws IOException {
        stream(in);
    }

    private static void stream(DataInputStream in) throws IOException {
        for (int length = in.readInt(); length != 0; length = in.readInt()) {
            in.skipNBytes(length);
        }
    }

    private static Verdict ask(ScriptedServer server, int size) {
        try (ClamdSource source = new ClamdSource(ClamdSettings.of("stand-in", server.address())
                .withMostBytes(Integer.MAX_VALUE)
                .withTime(Duration.ofSeconds(3)))) {
            return source.ask(
                    Submission.file(HeapContent.of(new byte[size]), "a"), Deadline.in(Duration.ofSeconds(30)));
        }
    }

    private static String word(Verdict verdict) {
        return switch (verdict) {
            case Verdict.NothingFound nothing -> "OK";
            case Verdict.Threat threat -> "THREAT";
            case Verdict.Suspicious suspicious -> "SUSPICIOUS";
            case Verdict.NotScanned unscanned -> unscanned.why().name();
        };
    }

    @Test
    void everyReasonIsNamedInBothLanguages() {
        for (WhyNotScanned why : WhyNotScanned.values()) {
            assertThat(why.text().japanese()).isNotEqualTo(why.text().english());
        }
    }
}
