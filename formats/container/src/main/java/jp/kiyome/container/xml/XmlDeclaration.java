package jp.kiyome.container.xml;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The declaration before the root (XML 1.0 section 2.8): version 1.0, and an encoding that agrees with the bytes. */
final class XmlDeclaration {

    /** As nearly every program writes it. */
    private static final List<byte[]> USUAL = Stream.of("\r\n", "\n", "")
            .map(end -> ("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>" + end)
                    .getBytes(StandardCharsets.US_ASCII))
            .toList();

    private static final byte[] BEGIN = "<?xml".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST = 256;
    private static final String SPACE = "[ \\t\\r\\n]";
    private static final String IS = SPACE + "*=" + SPACE + "*";
    private static final String NAME = "[A-Za-z][A-Za-z0-9._-]*";
    private static final Pattern SHAPE = Pattern.compile("<\\?xml"
            + (SPACE + "+version" + IS + "(?:\"1\\.0\"|'1\\.0')")
            + ("(?:" + SPACE + "+encoding" + IS + "(?:\"(" + NAME + ")\"|'(" + NAME + ")'))?")
            + ("(?:" + SPACE + "+standalone" + IS + "(?:\"(?:yes|no)\"|'(?:yes|no)'))?")
            + (SPACE + "*\\?>"));

    private XmlDeclaration() {}

    /** Reads past the declaration, if there is one. */
    static void skip(XmlInput in, Charset charset) {
        while (in.available(1) && XmlChars.space(in.buffer[in.position])) {
            // White space before the declaration is an error that producers make and every office program forgives.
            in.position++;
        }
        for (byte[] usual : USUAL) {
            if (charset.equals(StandardCharsets.UTF_8) && in.startsWith(usual)) {
                in.position += usual.length;
                return;
            }
        }
        if (!in.startsWith(BEGIN)
                || !in.available(BEGIN.length + 1)
                || !XmlChars.space(in.buffer[in.position + BEGIN.length])) {
            return;
        }
        in.available(LONGEST);
        String head = new String(
                in.buffer, in.position, Math.min(LONGEST, in.limit - in.position), StandardCharsets.ISO_8859_1);
        Matcher matcher = SHAPE.matcher(head);
        if (!matcher.lookingAt()) {
            throw XmlRefusal.malformed("declaration");
        }
        String encoding = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
        if (encoding != null && !agrees(encoding.toLowerCase(Locale.ROOT), charset)) {
            throw XmlRefusal.encoding(encoding);
        }
        in.position += matcher.end();
    }

    private static boolean agrees(String encoding, Charset charset) {
        String actual = charset.name().toLowerCase(Locale.ROOT);
        return encoding.equals(actual)
                || (encoding.equals("utf-16") && actual.startsWith("utf-16"))
                || (encoding.equals("us-ascii") && actual.equals("utf-8"));
    }
}
