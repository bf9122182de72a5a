package jp.kiyome.mail.authentication.dkim;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import jp.kiyome.core.text.Ascii;

/** Tags and their values (RFC 6376 §3.2), as in signatures, keys and DMARC records. */
public final class TagList {

    private static final int LONGEST = 64 << 10;
    private static final int MOST = 100;

    private final Map<String, Tag> tags = new LinkedHashMap<>();

    /** @param start of the value in the text, with blanks around it, up to {@code end} */
    private record Tag(String value, int start, int end) {}

    private TagList() {}

    /** Empty for what is no list of tags, or names one twice. */
    public static Optional<TagList> read(String text) {
        TagList list = new TagList();
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        int at = 0;
        while (at <= text.length()) {
            int end = text.indexOf(';', at);
            int until = end < 0 ? text.length() : end;
            boolean last = end < 0;
            boolean blank = isBlank(text, at, until);
            if (blank && !last || !blank && !list.tag(text, at, until)) {
                return Optional.empty();
            }
            at = until + 1;
        }
        return Optional.of(list);
    }

    private static boolean isBlank(String text, int from, int to) {
        return trimmed(text.substring(from, to)).isEmpty();
    }

    private boolean tag(String text, int from, int to) {
        int equals = text.indexOf('=', from);
        if (equals < 0 || equals >= to || tags.size() >= MOST) {
            return false;
        }
        String name = trimmed(text.substring(from, equals));
        String value = trimmed(text.substring(equals + 1, to));
        boolean fine = name.matches("[A-Za-z][A-Za-z0-9_]*")
                && value.chars().allMatch(c -> c >= 0x20 && c != 0x7F || c == '\t' || c == '\r' || c == '\n');
        return fine && tags.put(name, new Tag(value, equals + 1, to)) == null;
    }

    private static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && Ascii.isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && Ascii.isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /** The value without blanks around it. */
    public Optional<String> value(String name) {
        return Optional.ofNullable(tags.get(name)).map(Tag::value);
    }

    /** The value without any blanks, as in base64 and lists. */
    public Optional<String> packed(String name) {
        return value(name).map(value -> value.replaceAll("[ \t\r\n]+", ""));
    }

    /** Whether this tag is the first of all. */
    public boolean startsWith(String name) {
        return !tags.isEmpty() && tags.keySet().iterator().next().equals(name);
    }

    /** The text that was read, with the value of one tag taken out (RFC 6376 §3.7). */
    String without(String name, String text) {
        Tag tag = tags.get(name);
        return tag == null ? text : text.substring(0, tag.start) + text.substring(tag.end);
    }
}
