package jp.kiyome.testcorpus.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Raw mails: a character for each byte, lines ended by LF here and by CRLF in the file. */
final class Mail {

    /** What the hidden file holds; it looks like a program and is none. */
    static final String MARKER = "kiyome-hidden-marker";

    /** The hidden file. No handler knows its type, so it comes out nowhere. */
    static final byte[] PAYLOAD = ("MZ\0\1" + (MARKER + "\0").repeat(6)).getBytes(StandardCharsets.ISO_8859_1);

    static final String PAYLOAD64 = Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(PAYLOAD);

    static final String FIELDS = """
            From: Taro Yamada <taro@example.invalid>
            To: hanako@example.invalid
            Subject: Monthly report
            Date: Fri, 6 Nov 2026 10:15:00 +0900
            Message-ID: <20261106101500.1@example.invalid>
            """;

    static final String VERSION = "MIME-Version: 1.0\n";
    static final String TEXT = "Content-Type: text/plain; charset=us-ascii\n\nHello, the report is attached.\n";

    static final String FILE = "Content-Type: application/octet-stream; name=\"report.zip\"\n"
            + "Content-Transfer-Encoding: base64\n"
            + "Content-Disposition: attachment; filename=\"report.zip\"\n\n"
            + PAYLOAD64 + "\n";

    private Mail() {}

    /** A file as its lines say. */
    static byte[] bytes(String raw) {
        return raw.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Lines as they stand, whatever they end with. */
    static byte[] exactly(String raw) {
        return raw.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A mail of two parts between delimiters. */
    static String mixed(String contentType, String boundary, String... parts) {
        return FIELDS + VERSION + contentType + "\n\n" + parts(boundary, parts);
    }

    /** The same as a part of something. */
    static String mixedPart(String... parts) {
        return "Content-Type: multipart/mixed; boundary=\"b2\"\n\n" + parts("b2", parts);
    }

    static String parts(String boundary, String... parts) {
        StringBuilder text = new StringBuilder();
        for (String part : parts) {
            text.append("--").append(boundary).append('\n').append(part);
        }
        return text.append("--").append(boundary).append("--\n").toString();
    }

    /** The usual mail with a text and a file. */
    static String usual(String... parts) {
        return mixed("Content-Type: multipart/mixed; boundary=\"b1\"", "b1", parts);
    }

    /** The bytes of a text in a charset, a character for each. */
    static String raw(String text, String charset) {
        return new String(text.getBytes(Charset.forName(charset)), StandardCharsets.ISO_8859_1);
    }

    static String base64(String text, String charset) {
        return Base64.getEncoder().encodeToString(text.getBytes(Charset.forName(charset)));
    }

    static String lines64(byte[] bytes) {
        return Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(bytes) + "\n";
    }

    /** Every byte as an equals sign and two digits, soft breaks between. */
    static String allQuoted(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bytes.length; i++) {
            text.append("=%02X".formatted(bytes[i] & 0xFF)).append(i % 20 == 19 ? "=\n" : "");
        }
        return text.append('\n').toString();
    }

    /** POSIX uuencode. */
    static String uuencoded(byte[] bytes, String name) {
        StringBuilder text = new StringBuilder("begin 644 " + name + "\n");
        for (int at = 0; at < bytes.length; at += 45) {
            int length = Math.min(45, bytes.length - at);
            text.append(sign(length));
            for (int i = 0; i < length; i += 3) {
                int b = 0;
                for (int j = 0; j < 3; j++) {
                    b = b << 8 | (at + i + j < bytes.length && i + j < length ? bytes[at + i + j] & 0xFF : 0);
                }
                text.append(sign(b >> 18))
                        .append(sign(b >> 12))
                        .append(sign(b >> 6))
                        .append(sign(b));
            }
            text.append('\n');
        }
        return text.append("`\nend\n").toString();
    }

    private static char sign(int sixBits) {
        int value = sixBits & 0x3F;
        return value == 0 ? '`' : (char) (value + ' ');
    }

    /** A picture of one pixel, as a part with the fields given. */
    static String picture(String fields) {
        return fields + "Content-Transfer-Encoding: base64\n\n" + lines64(png());
    }

    static byte[] png() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(
                Base64.getDecoder()
                        .decode(
                                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="));
        return out.toByteArray();
    }
}
