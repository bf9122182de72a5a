package jp.kiyome.approval.notice;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * A mail of one plain text in UTF-8 that says of itself that a program sent it (RFC 3834 §5). Every field is made of addresses, a time,
 * letters of ours or encoded words (RFC 2047): no text of others can end its line or begin a field. Immutable.
 *
 * @param name its own, of letters and digits
 * @param to an address as {@link MailSettings#isAddress} takes it
 * @param lines of text without line ends
 */
record PlainMail(
        MailSettings settings, String name, String sender, String to, String subject, List<String> lines, Instant at) {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final String END = "\r\n";

    /** Bytes of a text that fit into one encoded word of 75 characters (RFC 2047 §2), with a sign's bytes together. */
    private static final int WORD = 42;

    PlainMail {
        lines = List.copyOf(lines);
        if (!MailSettings.isAddress(to) || !name.matches("[A-Za-z0-9]{1,64}")) {
            throw new IllegalArgumentException("a field that is none");
        }
    }

    /** As it is sent: ASCII, lines that end with CRLF. */
    String written() {
        List<String> all = new ArrayList<>(List.of(
                "From: " + encoded(sender) + " <" + settings.from() + ">",
                "To: <" + to + ">",
                "Subject: " + encoded(subject),
                "Date: "
                        + DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
                                .format(at.atZone(JAPAN)),
                "Message-ID: <" + name + "@" + settings.domain() + ">",
                "Auto-Submitted: auto-generated",
                "MIME-Version: 1.0",
                "Content-Type: text/plain; charset=utf-8",
                "Content-Transfer-Encoding: base64",
                ""));
        byte[] text = (String.join(END, lines) + END).getBytes(StandardCharsets.UTF_8);
        all.add(Base64.getMimeEncoder().encodeToString(text));
        return String.join(END, all) + END;
    }

    /** Always in encoded words: what a text looks like decides nothing. */
    private static String encoded(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int bytes = 0;
        for (int point : text.codePoints().toArray()) {
            String sign = Character.toString(point);
            int length = sign.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + length > WORD) {
                words.add(word(word.toString()));
                word.setLength(0);
                bytes = 0;
            }
            word.append(sign);
            bytes += length;
        }
        words.add(word(word.toString()));
        return String.join(END + " ", words);
    }

    private static String word(String text) {
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) + "?=";
    }
}
