package jp.kiyome.testcorpus.relay;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/**
 * A mail to be sent, known by its name, which stands in its Message-ID.
 *
 * @param name letters, digits and hyphens
 * @param text a character for each byte, lines ended by CRLF
 */
record WireMail(String name, String text) {

    /** From its fields of content on. */
    static WireMail of(String name, String subject, String rest) {
        return new WireMail(
                name,
                ("From: s@sender.example\nTo: x@city-a.example\nDate: Fri, 6 Nov 2026 10:15:00 +0900\nSubject: "
                                + subject + "\nMessage-ID: <" + name + "@sender.example>\nMIME-Version: 1.0\n" + rest)
                        .replace("\r\n", "\n")
                        .replace("\n", "\r\n"));
    }

    static String nameOf(String charset) {
        return "japanese-" + charset.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A text in a charset, with its subject in it too. */
    static WireMail japanese(String charset, String java, String subject, String text) {
        String word = "=?" + charset + "?B?"
                + Base64.getEncoder().encodeToString(subject.getBytes(Charset.forName(java))) + "?=";
        String raw = new String(text.getBytes(Charset.forName(java)), StandardCharsets.ISO_8859_1);
        boolean seven = charset.equals("ISO-2022-JP");
        return of(
                nameOf(charset),
                word,
                "Content-Type: text/plain; charset=" + charset + "\nContent-Transfer-Encoding: "
                        + (seven ? "7bit" : "8bit") + "\n\n" + raw);
    }

    /** A text and files: pairs of a field's parameter that names one, and its part. */
    static WireMail mixed(String name, String... parts) {
        StringBuilder rest = new StringBuilder(
                "Content-Type: multipart/mixed; boundary=\"b-1\"\n\n--b-1\nContent-Type: text/plain; charset=us-ascii\n\nText of "
                        + name + ".\n");
        for (String part : parts) {
            rest.append("--b-1\n").append(part).append('\n');
        }
        return of(name, name, rest.append("--b-1--\n").toString());
    }

    /** @param parameter such as {@code filename="a.txt"} */
    static String file(String parameter, byte[] bytes) {
        return "Content-Type: application/octet-stream\nContent-Disposition: attachment; " + parameter
                + "\nContent-Transfer-Encoding: base64\n\n"
                + Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(bytes);
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
