package jp.kiyome.mail.notify;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import jp.kiyome.core.charset.Encoding;
import jp.kiyome.mail.address.DomainName;
import jp.kiyome.mail.address.Mailbox;
import jp.kiyome.mail.settings.NoticeSettings;

/**
 * Writes a notice as a mail (RFC 5322, RFC 2045): one plain text that says of itself that a program sent it (RFC 3834 §5). Each field is
 * made of something that can have no line end: an address, a name, a time, encoded words.
 *
 * @param here this host, for identifiers
 */
record Composition(DomainName here, NoticeSettings settings) {

    private static final String DOT_ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*";
    private static final String END = "\r\n";

    /**
     * A mail.
     *
     * @param name its own, of letters and digits
     * @param sender the name of who sends it
     * @param lines of text without line ends; an empty one for a gap
     */
    String write(String name, String sender, Mailbox to, String subject, List<String> lines, Instant at) {
        Encoding encoding = encoding(sender, subject, lines);
        String text = String.join(END, lines) + END;
        return "From: " + HeaderText.of(sender, encoding) + " <" + address(settings.from()) + ">" + END
                + "To: " + (to.isAscii() ? "<" + address(to) + ">" : "undisclosed-recipients:;") + END
                + "Subject: " + HeaderText.of(subject, encoding) + END
                + "Date: " + date(at, settings.zone()) + END
                + "Message-ID: <" + name.replaceAll("[^A-Za-z0-9]", "") + "@" + here + ">" + END
                + "Auto-Submitted: auto-generated" + END
                + "MIME-Version: 1.0" + END
                + "Content-Type: text/plain; charset=" + encoding.label().toLowerCase(Locale.ROOT) + END
                + body(text, encoding);
    }

    /** RFC 5322 §3.3. */
    static String date(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
                .format(at.atZone(zone));
    }

    /** ISO-2022-JP where it is asked for and has every character. */
    private Encoding encoding(String sender, String subject, List<String> lines) {
        boolean fits = settings.japaneseCharset()
                && Stream.concat(Stream.of(sender, subject), lines.stream())
                        .flatMapToInt(String::codePoints)
                        .allMatch(Encoding.ISO_2022_JP::has);
        return fits ? Encoding.ISO_2022_JP : Encoding.UTF_8;
    }

    private static String body(String text, Encoding encoding) {
        byte[] bytes = encoding.encode(text);
        if (encoding == Encoding.ISO_2022_JP) {
            return "Content-Transfer-Encoding: 7bit" + END + END + new String(bytes, StandardCharsets.US_ASCII);
        }
        byte[] lines = Base64.getMimeEncoder().encode(bytes);
        return "Content-Transfer-Encoding: base64" + END + END + new String(lines, StandardCharsets.US_ASCII) + END;
    }

    /** Carriers gave out local parts that are none without quotes (RFC 5321 §4.1.2). */
    private static String address(Mailbox mailbox) {
        boolean plain = mailbox.local().matches(DOT_ATOM) || mailbox.local().startsWith("\"");
        return (plain ? mailbox.local() : '"' + mailbox.local() + '"') + "@" + mailbox.domain();
    }
}
