package jp.kiyome.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The messages of a mailbox go the whole way one by one. */
class MailboxTest {

    private static String message(int number, String body) {
        return "From taro@example.invalid Fri Nov  6 10:15:00 2026\nFrom: taro@example.invalid\nTo: b@example.invalid\nSubject: "
                + number + "\nMIME-Version: 1.0\nContent-Type: text/plain\n\n" + body + "\n\n";
    }

    @Test
    void eachMessageStaysInItsPlace() {
        byte[] file = (message(1, "one") + message(2, ">From the start") + message(3, "three"))
                .getBytes(StandardCharsets.US_ASCII);
        Rebuilt rebuilt = Rebuilt.of("box.mbox", file);
        assertThat(rebuilt.codes()).isEmpty();
        String text = new String(rebuilt.bytes(), StandardCharsets.US_ASCII);
        assertThat(text)
                .contains("Subject: 1", "Subject: 2", "Subject: 3", "=46rom the start")
                .doesNotContain("2026");
        assertThat(Rebuilt.of("box.mbox", rebuilt.bytes()).bytes()).isEqualTo(rebuilt.bytes());
    }

    @Test
    void aRefusedMessageDoesNotTakeTheOthersAlong() {
        String bad = message(2, "x").replace("text/plain", "message/partial; id=\"x\"; number=1; total=2");
        Rebuilt rebuilt = Rebuilt.of(
                "box.mbox", (message(1, "one") + bad + message(3, "three")).getBytes(StandardCharsets.US_ASCII));
        assertThat(rebuilt.codes()).contains("message.partial", "message.refused-message");
        assertThat(rebuilt.holds("Subject: 2")).isFalse();
        assertThat(rebuilt.holds("Subject: 3")).isTrue();
    }
}
