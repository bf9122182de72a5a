package jp.kiyome.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import jp.kiyome.mail.fixture.House;
import jp.kiyome.mail.fixture.Talker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two servers that disagree about where a mail ends let a sender put a second one behind it (SMTP smuggling). */
class SmugglingTest {

    private static final String SECOND =
            "MAIL FROM:<forged@a.example>\r\nRCPT TO:<x@a.example>\r\nDATA\r\nSubject: smuggled\r\n\r\nx";

    private static House house;
    private static House lenient;

    @BeforeAll
    static void open(@TempDir Path one, @TempDir Path other) {
        house = new House(one, UnaryOperator.identity());
        lenient = new House(other, text -> text.replace("port: 10025", "port: 10025, bare-line-ends: normalise"));
    }

    @AfterAll
    static void close() {
        house.close();
        lenient.close();
    }

    @BeforeEach
    void forget() {
        house.a.forget();
        lenient.a.forget();
    }

    private static String begun(Talker client) {
        client.ask("MAIL FROM:<s@sender.example>");
        client.ask("RCPT TO:<x@a.example>");
        return client.ask("DATA");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n.\n", "\n.\r\n", "\r\n.\n", "\r.\r", "\r\n.\r", "\n.\r", "\r.\r\n", "\r\n\0.\r\n"})
    void nothingButCrLfDotCrLfEndsAMail(String end) {
        try (Talker client = house.client()) {
            begun(client);
            String answer = client.raw(House.MAIL + end + SECOND + "\r\n.\r\n").reply();
            boolean bare = !end.contains("\0");
            assertThat(answer).startsWith(bare ? "550 5.5.2" : "250");
            assertThat(client.ask("NOOP")).startsWith("250 2.0.0");
        }
        assertThat(house.a.commands().stream().filter(line -> line.startsWith("MAIL")))
                .hasSizeLessThanOrEqualTo(1);
        assertThat(house.a.commands()).noneMatch(line -> line.contains("forged"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n.\n", "\n.\r\n", "\r\n.\n", "\r.\r", "\r\n.\r", "\n.\r", "\r.\r\n"})
    void madeRegularItIsStillOneMailForTheNextHop(String end) {
        try (Talker client = lenient.client()) {
            begun(client);
            assertThat(client.raw(House.MAIL + end + SECOND + "\r\n.\r\n").reply())
                    .startsWith("250");
        }
        assertThat(lenient.a.taken()).hasSize(1);
        assertThat(lenient.a.taken().getFirst().mail()).contains("smuggled");
        assertThat(lenient.a.commands()).noneMatch(line -> line.startsWith("MAIL FROM:<forged"));
    }

    @Test
    void dotsAreTakenAwayAndPutBack() {
        try (Talker client = house.client()) {
            begun(client);
            client.raw(House.MAIL + "\r\n..one\r\n.two\r\n...\r\n.\r\n").reply();
        }
        assertThat(house.a.taken().getFirst().mail()).endsWith("hello\r\n.one\r\ntwo\r\n..\r\n");
    }

    /** What stands behind the answer to DATA of a mail that is refused must not become commands. */
    @Test
    void aMailThatIsRefusedIsReadToItsEnd() {
        try (Talker client = house.client()) {
            begun(client);
            assertThat(client.raw("a\nb\r\n" + SECOND + "\r\n.\r\n").reply()).startsWith("550 5.5.2");
            assertThat(client.ask("RSET")).startsWith("250");
        }
        assertThat(house.a.taken()).isEmpty();
    }

    @Test
    void aMailInPiecesOfOneByteIsTheSameMail() {
        try (Talker client = house.client()) {
            begun(client);
            for (char c : (House.MAIL + "\r\n.\r\n").toCharArray()) {
                client.raw(String.valueOf(c));
            }
            assertThat(client.reply()).startsWith("250");
        }
        assertThat(house.a.taken().getFirst().mail()).endsWith("\r\nhello\r\n");
    }

    @Test
    void whoDoesNotWaitForTheAnswerToDataIsNotListenedTo() {
        try (Talker client = house.client()) {
            client.ask("MAIL FROM:<s@sender.example>");
            client.ask("RCPT TO:<x@a.example>");
            assertThat(client.raw("DATA\r\n" + House.MAIL + "\r\n.\r\n").reply())
                    .startsWith("503 5.5.0");
            assertThat(client.reply()).isEmpty();
        }
        assertThat(house.a.taken()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOOP\n", "NOOP\r\r\n", "NO\0OP\r\n", "NOOP\rX\r\n"})
    void aCommandThatDoesNotEndWithCrLfEndsTheConversation(String line) {
        try (Talker client = house.client()) {
            assertThat(client.raw(line + "QUIT\r\n").reply()).startsWith("500 5.5.2");
            assertThat(client.reply()).isEmpty();
        }
    }

    @Test
    void commandsThatComeTogetherAreAnsweredInTheirOrder() {
        try (Talker client = house.client()) {
            client.raw(
                    "MAIL FROM:<s@sender.example>\r\nRCPT TO:<x@elsewhere.example>\r\nRCPT TO:<x@a.example>\r\nNOOP\r\n");
            assertThat(client.reply()).startsWith("250 2.1.0");
            assertThat(client.reply()).startsWith("554");
            assertThat(client.reply()).startsWith("250 2.1.5");
            assertThat(client.reply()).startsWith("250 2.0.0");
        }
    }
}
