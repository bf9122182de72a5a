package jp.kiyome.testcorpus.relay;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A mail as a server got it.
 *
 * @param from what stood behind MAIL FROM:, parameters included
 * @param to likewise behind RCPT TO:
 * @param text a character for each byte, lines ended by CRLF, dots undone
 */
public record ReceivedMail(String from, List<String> to, String text) {

    public ReceivedMail {
        to = List.copyOf(to);
    }

    public byte[] bytes() {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
