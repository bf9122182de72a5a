package jp.kiyome.testcorpus.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import jp.kiyome.testcorpus.sample.Ending;
import jp.kiyome.testcorpus.sample.Vector;

/** Messages inside signatures and ciphers of S/MIME (RFC 8551, RFC 5652), put together value by value. */
final class SealedMail {

    private static final byte[] SIGNED = {0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x0D, 0x01, 0x07, 0x02};
    private static final byte[] DATA = {0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x0D, 0x01, 0x07, 0x01};
    private static final byte[] ENVELOPED = {0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x0D, 0x01, 0x07, 0x03};
    private static final String HELLO = "Content-Type: text/plain; charset=us-ascii\n\nHello, the report is signed.\n";

    private SealedMail() {}

    static List<Vector> all() {
        String files = Mail.mixedPart(HELLO, Mail.FILE);
        return List.of(
                rebuilt("s1-signed", signed(HELLO, "")),
                rebuilt("s2-signed-in-pieces", inPieces(HELLO)),
                rebuilt("s3-signed-file", signed(files, "")),
                rebuilt("s4-signed-twice", signed(part(signed(HELLO, "")), "")),
                MailCase.of("s5-enveloped", mail(envelope(), "enveloped-data")).ends(Ending.LOCKED),
                MailCase.refused("s6-cut", mail(cut(signed(HELLO, "")), "signed-data")),
                MailCase.refused("s7-too-deep", mail(deep(HELLO, 40), "signed-data")),
                MailCase.of("s8-called-signed", mail(envelope(), "signed-data")).ends(Ending.LOCKED));
    }

    /** A mail with words beside what was signed. */
    static String withCertificate(String words) {
        return mail(signed(HELLO, words), "signed-data");
    }

    private static Vector rebuilt(String name, byte[] sealed) {
        return MailCase.of(name, mail(sealed, "signed-data")).ends(Ending.REBUILT_OR_REFUSED);
    }

    private static String part(byte[] sealed) {
        return "Content-Type: application/pkcs7-mime; smime-type=signed-data; name=\"smime.p7m\"\n"
                + "Content-Transfer-Encoding: base64\n\n" + Mail.lines64(sealed);
    }

    private static String mail(byte[] sealed, String kind) {
        return Mail.FIELDS + Mail.VERSION + part(sealed).replace("signed-data", kind);
    }

    private static byte[] signed(String message, String certificate) {
        return signed(value(0x04, Mail.bytes(message)), certificate.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] signed(byte[] octets, byte[] certificate) {
        byte[] content = value(0x30, value(0x06, DATA), value(0xA0, octets));
        byte[] inner =
                value(0x30, value(0x02, new byte[] {1}), value(0x31), content, value(0xA0, certificate), value(0x31));
        return value(0x30, value(0x06, SIGNED), value(0xA0, inner));
    }

    /** As senders stream it: lengths that nobody knows, and octets in pieces. */
    private static byte[] inPieces(String message) {
        byte[] bytes = Mail.bytes(message);
        ByteArrayOutputStream pieces = new ByteArrayOutputStream();
        for (int at = 0; at < bytes.length; at += 20) {
            int end = Math.min(bytes.length, at + 20);
            pieces.writeBytes(value(0x04, Arrays.copyOfRange(bytes, at, end)));
        }
        return signed(open(0x24, pieces.toByteArray()), new byte[0]);
    }

    private static byte[] deep(String message, int depth) {
        byte[] octets = value(0x04, Mail.bytes(message));
        for (int i = 0; i < depth; i++) {
            octets = open(0x24, octets);
        }
        return signed(octets, new byte[0]);
    }

    private static byte[] envelope() {
        byte[] inner = value(0x30, value(0x02, new byte[] {0}), value(0x31), value(0x30, value(0x06, DATA)));
        return value(0x30, value(0x06, ENVELOPED), value(0xA0, inner));
    }

    private static byte[] cut(byte[] sealed) {
        return Arrays.copyOf(sealed, sealed.length - 30);
    }

    private static byte[] open(int tag, byte[] inside) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        out.write(0x80);
        out.writeBytes(inside);
        out.write(0);
        out.write(0);
        return out.toByteArray();
    }

    private static byte[] value(int tag, byte[]... parts) {
        ByteArrayOutputStream inside = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            inside.writeBytes(part);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        out.write(0x82);
        out.write(inside.size() >>> 8);
        out.write(inside.size());
        out.writeBytes(inside.toByteArray());
        return out.toByteArray();
    }
}
