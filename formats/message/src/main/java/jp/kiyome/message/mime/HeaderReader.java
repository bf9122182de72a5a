package jp.kiyome.message.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import jp.kiyome.core.content.Content;

/** Reads a header up to the empty line behind it (RFC 5322 §2.2). Not thread-safe. */
final class HeaderReader {

    /** A field of structure that hides in the continuation of another. */
    private static final Pattern HIDDEN = Pattern.compile(
            "(?i)\\s*content-(type\\s*:\\s*[a-z]+/[a-z].*|transfer-encoding\\s*:\\s*[\"(]?(base64|quoted|x?-?uu|8bit|7bit|binary).*"
                    + "|disposition\\s*:\\s*(inline|attachment).*)");

    private static final Pattern STRUCTURAL =
            Pattern.compile("(?i)[\\s\\x00-\\x20]*(content|mime)[\\s\\x00-\\x20]*-.*");

    private final Lines lines;
    private final List<Field> fields = new ArrayList<>();
    private final List<String> junk = new ArrayList<>();
    private String open = "";
    private long size;

    private HeaderReader(Lines lines) {
        this.lines = lines;
    }

    /** A header, and where the body behind it begins. */
    record Read(Header header, long body) {}

    static Read read(Content content, long from, long to) {
        return new HeaderReader(new Lines(content, from, to)).read(from);
    }

    private Read read(long from) {
        long body = from;
        while (lines.next()) {
            body = lines.after();
            size += lines.length();
            MimeLimits.check(lines.length(), MimeLimits.FIELD_BYTES, "field");
            MimeLimits.check(size, MimeLimits.HEADER_BYTES, "header");
            if (lines.isEmpty()) {
                break;
            }
            line(lines.text(MimeLimits.FIELD_BYTES));
        }
        close();
        return new Read(new Header(fields, junk), body);
    }

    private void line(String line) {
        if (line.indexOf('\r') >= 0 || line.indexOf('\0') >= 0) {
            throw Ambiguous.header("CR or NUL in " + line);
        }
        if (line.charAt(0) == ' ' || line.charAt(0) == '\t') {
            continuation(line);
            return;
        }
        close();
        int colon = line.indexOf(':');
        if (colon > 0 && isName(line.substring(0, colon).stripTrailing())) {
            open = line;
            return;
        }
        if (line.startsWith("--") || STRUCTURAL.matcher(line).matches()) {
            throw Ambiguous.header("no field: " + line);
        }
        junk.add(line);
        MimeLimits.check(junk.size(), MimeLimits.FIELDS, "lines that are no fields");
    }

    private void continuation(String line) {
        if (open.isEmpty()) {
            if (STRUCTURAL.matcher(line).matches()) {
                throw Ambiguous.header("white space before " + line);
            }
            junk.add(line);
            return;
        }
        if (HIDDEN.matcher(line).matches()) {
            throw Ambiguous.header("a field in a folded line: " + line);
        }
        // Unfolding takes the line break alone (§2.2.3).
        open = open + line;
        MimeLimits.check(open.length(), MimeLimits.FIELD_BYTES, "field");
    }

    private void close() {
        if (open.isEmpty()) {
            return;
        }
        int colon = open.indexOf(':');
        String name = open.substring(0, colon).stripTrailing();
        String value = strip(open.substring(colon + 1));
        fields.add(new Field(name, value));
        MimeLimits.check(fields.size(), MimeLimits.FIELDS, "fields");
        open = "";
    }

    private static boolean isName(String name) {
        return !name.isEmpty() && name.chars().allMatch(c -> c > ' ' && c < 0x7F && c != ':');
    }

    /** Space and tab alone: other white space is a character like any. */
    private static String strip(String value) {
        int from = 0;
        int to = value.length();
        while (from < to && blank(value.charAt(from))) {
            from++;
        }
        while (to > from && blank(value.charAt(to - 1))) {
            to--;
        }
        return value.substring(from, to);
    }

    private static boolean blank(char c) {
        return c == ' ' || c == '\t';
    }
}
