package jp.kiyome.testcorpus.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.kiyome.testcorpus.sample.Vector;

/** Group C: how the bytes of a part are written. */
final class EncodingCases {

    private static final String BASE64 = "base64";

    private EncodingCases() {}

    static List<Vector> all() {
        List<Vector> all = new ArrayList<>();
        bodies().forEach((name, body) -> all.add(MailCase.of("c-" + name, file(BASE64, body))));
        quoted().forEach((name, body) -> all.add(MailCase.of("c6-" + name, file("quoted-printable", body))));
        for (String word : List.of(
                "x-uuencode",
                "uuencode",
                "x-uue",
                "uue",
                "X-UUENCODE",
                "mac-binhex40",
                "x-yencode",
                "gzip64",
                "x-gzip64")) {
            String uu = Mail.uuencoded(Mail.PAYLOAD, "report.zip");
            all.add(MailCase.of("c7-" + word, file(word, uu)));
            all.add(MailCase.of(
                    "c7-" + word + "-bare",
                    file(word, uu.replaceAll("begin.*\n", "").replace("`\nend\n", ""))));
        }
        texts(all);
        others(all);
        all.add(MailCase.of(
                "c9-seven-bit-said",
                Mail.usual(Mail.TEXT, Mail.FILE.replace(BASE64, "7bit").replace(Mail.PAYLOAD64, raw()))));
        all.add(MailCase.of(
                "c9-quoted-multipart",
                Mail.usual(Mail.TEXT, Mail.FILE)
                        .replace("\"b1\"\n", "\"b1\"\nContent-Transfer-Encoding: quoted-printable\n")));
        all.add(MailCase.of(
                "c9-base64-said-of-multipart",
                Mail.usual(Mail.TEXT, Mail.FILE).replace("\"b1\"\n", "\"b1\"\nContent-Transfer-Encoding: base64\n")));
        all.add(MailCase.of(
                "c10-no-encoding",
                Mail.usual(Mail.TEXT, Mail.FILE.replace("Content-Transfer-Encoding: base64\n", ""))));
        all.add(MailCase.of(
                "c10-text-no-encoding",
                Mail.FIELDS + Mail.VERSION + "Content-Type: text/plain\n\n" + Mail.PAYLOAD64 + "\n"));
        return all;
    }

    private static String raw() {
        return new String(Mail.PAYLOAD, java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    private static String file(String encoding, String body) {
        return Mail.usual(
                Mail.TEXT,
                "Content-Type: application/octet-stream; name=\"report.zip\"\nContent-Transfer-Encoding: " + encoding
                        + "\nContent-Disposition: attachment; filename=\"report.zip\"\n\n" + body);
    }

    private static Map<String, String> bodies() {
        Map<String, String> all = new TreeMap<>();
        String body = Mail.PAYLOAD64 + "\n";
        String one = body.replace("\n", "");
        for (String junk : List.of(".", "-", "_", ":", "#", "%", " ", "\0", "\u0080", "\u00E3", "!", "&#10;")) {
            all.put("c1-junk-" + (int) junk.charAt(0), body.replace("A", junk + "A"));
            all.put("c1-junk-first-" + (int) junk.charAt(0), junk + body);
        }
        all.put("c2-padding-early", one.substring(0, 20) + "==" + one.substring(20) + "\n");
        all.put("c2-padding-mid-quad", one.substring(0, 21) + "=" + one.substring(21) + "\n");
        StringBuilder lines = new StringBuilder();
        for (int at = 0; at < Mail.PAYLOAD.length; at += 10) {
            lines.append(Mail.lines64(
                    java.util.Arrays.copyOfRange(Mail.PAYLOAD, at, Math.min(at + 10, Mail.PAYLOAD.length))));
        }
        all.put("c2-padding-per-line", lines.toString());
        all.put("c2-single-equals", body.replace("==", "="));
        all.put("c2-no-padding", body.replace("=", ""));
        all.put("c2-data-behind", body + body);
        all.put("c2-junk-behind", body + "=\n-- \nSent by a list\n");
        for (int width : new int[] {1, 3, 5, 6, 5_000}) {
            all.put(
                    "c3-width-" + width,
                    one.repeat(width > 1_000 ? 20 : 1).replaceAll("(.{" + width + "})", "$1\n") + "\n");
        }
        all.put("c4-field-at-start", "Content-Type: text/plain\n" + body);
        all.put("c4-field-and-blank-line", "Content-Type: text/plain\n\n" + body);
        all.put("c5-glued-delimiter", one + "--b1--\n");
        return all;
    }

    private static Map<String, String> quoted() {
        Map<String, String> all = new TreeMap<>();
        String body = Mail.allQuoted(Mail.PAYLOAD);
        all.put("all", body);
        all.put("lower", body.toLowerCase(java.util.Locale.ROOT));
        all.put("mixed-case", mixed(body));
        all.put("illegal-hex", body.replace("=4D", "=4G"));
        all.put("equals-x", "=X" + body);
        all.put("equals-blank", body.replace("=\n", "= \n"));
        all.put("equals-tab", body.replace("=\n", "=\t\n"));
        all.put("soft-break-lf", body.replace("=\n", "=\n\n"));
        all.put("long-line", body.replace("=\n", ""));
        all.put("equals-at-end", body.stripTrailing() + "=");
        return all;
    }

    /** Every other line in small letters. */
    private static String mixed(String body) {
        StringBuilder text = new StringBuilder();
        String[] lines = body.split("(?<=\n)", 0);
        for (int i = 0; i < lines.length; i++) {
            text.append(i % 2 == 0 ? lines[i] : lines[i].toLowerCase(java.util.Locale.ROOT));
        }
        return text.toString();
    }

    /** Encodings that some readers undo though no specification of mail has them, and line ends that are half of one. */
    private static void others(List<Vector> all) {
        String crlf = file("quoted-printable", Mail.allQuoted(Mail.PAYLOAD)).replace("\n", "\r\n");
        all.add(MailCase.of("c6-soft-break-bare-lf", Mail.exactly(crlf.replace("=\r\n", "=\n"))));
        all.add(MailCase.of("c6-soft-break-bare-cr", Mail.exactly(crlf.replace("=\r\n", "=\r"))));
        all.add(MailCase.of("c7-yencode-body", file("x-yencode", OldEncodings.yEncoded(Mail.PAYLOAD, "report.zip"))));
        all.add(MailCase.of("c7-binhex-body", file("mac-binhex40", OldEncodings.binHex(Mail.PAYLOAD, "report.zip"))));
        all.add(MailCase.of("c7-gzip64-body", file("x-gzip64", Mail.lines64(OldEncodings.gzip(Mail.PAYLOAD)))));
        all.add(MailCase.refused(
                "c7-yencode-in-text",
                Mail.FIELDS + Mail.VERSION + Mail.TEXT + "\n" + OldEncodings.yEncoded(Mail.PAYLOAD, "report.zip")));
        all.add(MailCase.refused(
                "c7-binhex-in-text",
                Mail.FIELDS + Mail.VERSION + Mail.TEXT + "\n" + OldEncodings.binHex(Mail.PAYLOAD, "report.zip")));
        String uu = Mail.uuencoded(Mail.PAYLOAD, "report.zip");
        all.add(MailCase.of("c8-two-files-in-one-body", file("x-uuencode", uu + uu)));
    }

    /** Files in texts: only the text without them comes out. */
    private static void texts(List<Vector> all) {
        String uu = Mail.uuencoded(Mail.PAYLOAD, "report.zip");
        all.add(MailCase.of("c8-uuencode-in-text", Mail.FIELDS + Mail.VERSION + Mail.TEXT + "\n" + uu));
        all.add(MailCase.of("c8-uuencode-alone", Mail.FIELDS + "\n" + uu));
        all.add(MailCase.of("c8-two-files", Mail.FIELDS + Mail.VERSION + Mail.TEXT + "\n" + uu + "and\n" + uu));
        all.add(MailCase.of("c8-no-end", Mail.FIELDS + Mail.VERSION + Mail.TEXT + "\n" + uu.replace("end\n", "")));
        all.add(MailCase.of("c8-in-mixed", Mail.usual(Mail.TEXT + "\n" + uu, Mail.TEXT)));
    }
}
