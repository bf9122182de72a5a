package jp.kiyome.text.source;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.text.Table;
import jp.kiyome.core.type.FileType;

/**
 * Says which type of text a file is, as a program that opens it would decide: by its first words where it has such, else by its
 * extension, and only by one that stands for text.
 */
public final class TextRecognition {

    static final int LOOKED_AT = 1 << 14;
    /** Readers of PDF look for its mark this far. */
    private static final int PDF_MARK = 1024;
    /** Of this many bytes one may be a control that no text has. */
    private static final int BYTES_FOR_A_CONTROL = 20;

    /** A symbolic link file: its first record, and a second one. */
    private static final Pattern SYLK = Pattern.compile("id;[^\\n]*\\n[a-z]{1,3};");

    private static final List<String> HEADS =
            Table.of(Objects.requireNonNull(TextRecognition.class.getResource("heads.tsv"))).rows().stream()
                    .map(row -> row.getFirst().toLowerCase(Locale.ROOT))
                    .toList();

    private TextRecognition() {}

    /** The type; empty for what is not text, and for text of which nobody knows what it is for. */
    public static Optional<FileType> recognize(String name, Content content) {
        byte[] head = new byte[(int) Math.min(LOOKED_AT, content.size())];
        content.copy(0, head, 0, head.length);
        String text = asciiOf(head);
        String start = text.stripLeading().toLowerCase(Locale.ROOT);
        if (binary(head) || actsByHead(start) || pdfInside(head)) {
            return Optional.empty();
        }
        if (start.startsWith("begin:vcalendar")) {
            return Optional.of(TextTypes.CALENDAR);
        }
        if (start.startsWith("begin:vcard")) {
            return Optional.of(TextTypes.CONTACT);
        }
        if (start.startsWith("<")) {
            return markup(start, TextTypes.named(name));
        }
        return TextTypes.named(name).filter(type -> !type.equals(TextTypes.XML));
    }

    private static Optional<FileType> markup(String start, Optional<FileType> named) {
        String rest = behindAsides(start);
        if (rest.startsWith("<!doctype html") || tag(rest, "html") || tag(rest, "head") || tag(rest, "body")) {
            return Optional.of(TextTypes.HTML);
        }
        if (start.startsWith("<?xml")) {
            return Optional.of(TextTypes.XML);
        }
        // A spreadsheet opens a table of text that begins with a tag as a page.
        return named.filter(type -> !type.equals(TextTypes.CSV) && !type.equals(TextTypes.TSV));
    }

    /** A script's first two characters stand here, for a line of the table cannot begin with them. */
    private static boolean actsByHead(String start) {
        return start.startsWith("#!")
                || SYLK.matcher(start).lookingAt()
                || HEADS.stream().anyMatch(start::startsWith);
    }

    private static boolean tag(String text, String name) {
        return text.startsWith("<" + name)
                && text.length() > name.length() + 1
                && " \t\r\n/>".indexOf(text.charAt(name.length() + 1)) >= 0;
    }

    /** Behind the declaration of XML, comments and white space. */
    private static String behindAsides(String start) {
        String rest = start;
        while (true) {
            String end = rest.startsWith("<?xml") ? "?>" : rest.startsWith("<!--") ? "-->" : "";
            int at = end.isEmpty() ? -1 : rest.indexOf(end);
            if (at < 0) {
                return rest;
            }
            rest = rest.substring(at + end.length()).stripLeading();
        }
    }

    /** The ASCII characters in any encoding that is looked for: zero bytes and marks of charsets left out. */
    private static String asciiOf(byte[] head) {
        StringBuilder text = new StringBuilder(head.length);
        int from = 0;
        while (from < Math.min(3, head.length)
                && head[from] < 0
                && "\u00EF\u00BB\u00BF\u00FE\u00FF".indexOf(head[from] & 0xFF) >= 0) {
            from++;
        }
        for (int i = from; i < head.length; i++) {
            if (head[i] != 0) {
                text.append((char) (head[i] & 0xFF));
            }
        }
        return text.toString();
    }

    private static boolean pdfInside(byte[] head) {
        return new String(head, 0, Math.min(PDF_MARK, head.length), StandardCharsets.ISO_8859_1).contains("%PDF-");
    }

    private static boolean binary(byte[] head) {
        if (head.length >= 4 && head[0] == 'P' && head[1] == 'K' && head[2] < 9) {
            return true;
        }
        int controls = 0;
        for (byte b : head) {
            boolean usual = b == '\t' || b == '\n' || b == '\r' || b == '\f' || b == 0x1B || b == 0;
            controls += b >= 0 && b < 0x20 && !usual ? 1 : 0;
        }
        return controls * BYTES_FOR_A_CONTROL > head.length;
    }
}
