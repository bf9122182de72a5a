package jp.kiyome.testcorpus.scan;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a mail that is written as outputs are: fields, an empty line, and bodies between delimiters. */
final class MailParts {

    private static final Pattern VERSION = Pattern.compile("(?im)^MIME-Version: 1\\.0\\r?$");
    private static final Pattern BOUNDARY = Pattern.compile("(?i)boundary=\"([^\"]+)\"");

    private MailParts() {}

    static boolean looksLikeMail(Layer layer) {
        byte[] bytes = layer.bytes();
        String start = new String(bytes, 0, Math.min(bytes.length, 1 << 16), StandardCharsets.ISO_8859_1);
        int end = start.indexOf("\r\n\r\n");
        return end > 0 && VERSION.matcher(start.substring(0, end)).find();
    }

    /** Header and bodies, decoded. */
    static List<Layer> of(Layer layer) {
        List<Layer> parts = new ArrayList<>();
        part(new String(layer.bytes(), StandardCharsets.ISO_8859_1), layer.path() + "/mail", parts, 0);
        return parts;
    }

    private static void part(String text, String path, List<Layer> parts, int depth) {
        int end = text.indexOf("\r\n\r\n");
        String header = end < 0 ? text : text.substring(0, end);
        String body = end < 0 ? "" : text.substring(end + 4);
        parts.add(layer(path + "/header", header.replace("\r\n ", " ")));
        Matcher boundary = BOUNDARY.matcher(header);
        if (header.toLowerCase(java.util.Locale.ROOT).contains("content-type: multipart/")
                && boundary.find()
                && depth < 40) {
            String[] inner = ("\r\n" + body).split("\r\n--" + Pattern.quote(boundary.group(1)) + "(--)?\r?\n?", -1);
            for (int i = 0; i < inner.length; i++) {
                if (i == 0 || i == inner.length - 1) {
                    parts.add(layer(path + "/outside", inner[i]));
                } else {
                    part(inner[i].replaceFirst("^\n", ""), path + "/" + i, parts, depth + 1);
                }
            }
        } else {
            parts.add(new Layer(path + "/body", decoded(header.toLowerCase(java.util.Locale.ROOT), body)));
        }
    }

    private static byte[] decoded(String header, String body) {
        if (header.contains("content-transfer-encoding: base64")) {
            return Base64.getMimeDecoder().decode(body.getBytes(StandardCharsets.ISO_8859_1));
        }
        if (!header.contains("content-transfer-encoding: quoted-printable")) {
            return body.getBytes(StandardCharsets.ISO_8859_1);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String text = body.replace("=\r\n", "");
        for (int i = 0; i < text.length(); i++) {
            boolean coded = text.charAt(i) == '='
                    && i + 2 < text.length()
                    && text.substring(i + 1, i + 3).matches("[0-9A-F]{2}");
            bytes.write(coded ? Integer.parseInt(text.substring(i + 1, i + 3), 16) : text.charAt(i));
            i += coded ? 2 : 0;
        }
        return bytes.toByteArray();
    }

    private static Layer layer(String path, String text) {
        return new Layer(path, text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
