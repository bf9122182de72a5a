package jp.kiyome.container.xml;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads one tag. Where the window ends inside it, all of it is brought into the window and read once more. */
final class TagScanner {

    private final XmlInput in;
    private final NameCache cache;
    private final RawTag raw = new RawTag();
    private boolean empty;
    private int at;

    TagScanner(XmlInput in, NameCache cache) {
        this.in = in;
        this.cache = cache;
    }

    /** The attributes of the last start tag. */
    RawTag raw() {
        return raw;
    }

    /** Whether the last start tag was an empty-element tag. */
    boolean empty() {
        return empty;
    }

    /** Reads the start tag at the position and moves behind it. */
    NameCache.Entry start() {
        NameCache.Entry name = tag();
        if (name == null) {
            wholeTag();
            name = tag();
        }
        if (name == null) {
            throw XmlRefusal.malformed("tag");
        }
        in.position = at;
        return name;
    }

    /** Reads the end tag at the position and moves behind it; false when it ends another element. */
    boolean end(NameCache.Entry expected) {
        int length = expected.bytes.length;
        if (in.limit - in.position < length + 3) {
            wholeTag();
        }
        int from = in.position + 2;
        int to = from + length;
        if (to >= in.limit || !Arrays.equals(in.buffer, from, to, expected.bytes, 0, length)) {
            return false;
        }
        if (in.buffer[to] == '>') {
            in.position = to + 1;
            return true;
        }
        return endWithSpaces(wholeTag(), length);
    }

    private boolean endWithSpaces(int end, int length) {
        for (int i = in.position + 2 + length; i < end; i++) {
            if (!XmlChars.space(in.buffer[i])) {
                return false;
            }
        }
        in.position = end + 1;
        return true;
    }

    /** Brings the whole tag into the window and gives the place of its {@code >}. */
    private int wholeTag() {
        int offset = 1;
        byte quote = 0;
        while (true) {
            byte[] buffer = in.buffer;
            int limit = in.limit;
            for (int i = in.position + offset; i < limit; i++) {
                byte b = buffer[i];
                if (quote != 0) {
                    quote = b == quote ? 0 : quote;
                } else if (b == '"' || b == '\'') {
                    quote = b;
                } else if (b == '>') {
                    return i;
                } else if (b == '<') {
                    throw XmlRefusal.malformed("tag");
                }
            }
            offset = limit - in.position;
            if (!in.more(in.position)) {
                throw XmlRefusal.malformed("ends early");
            }
        }
    }

    /** Reads the tag as far as the window goes; null when it goes on behind that. */
    private NameCache.@Nullable Entry tag() {
        byte[] buffer = in.buffer;
        int limit = in.limit;
        at = in.position + 1;
        raw.clear();
        NameCache.Entry name = name(buffer, limit);
        while (name != null) {
            int before = at;
            spaces(buffer, limit);
            if (limit - at < 2) {
                // The two bytes of an empty tag's end, or the one of another.
                if (at == limit || buffer[at] != '>') {
                    return null;
                }
            }
            if (buffer[at] == '>' || buffer[at] == '/') {
                closed(buffer);
                return name;
            }
            if (at == before) {
                throw XmlRefusal.malformed("tag");
            }
            if (!attribute(buffer, limit)) {
                return null;
            }
        }
        return null;
    }

    private void closed(byte[] buffer) {
        empty = buffer[at] == '/';
        if (empty && buffer[at + 1] != '>') {
            throw XmlRefusal.malformed("tag");
        }
        at += empty ? 2 : 1;
    }

    private NameCache.@Nullable Entry name(byte[] buffer, int limit) {
        int from = at;
        int to = from;
        int hash = 0;
        while (to < limit && XmlChars.name(buffer[to])) {
            hash = hash * 31 + buffer[to++];
        }
        at = to;
        if (to == limit) {
            return null;
        }
        if (to == from) {
            throw XmlRefusal.malformed("name");
        }
        return cache.entry(buffer, from, to, hash);
    }

    private void spaces(byte[] buffer, int limit) {
        while (at < limit && XmlChars.space(buffer[at])) {
            at++;
        }
    }

    private boolean attribute(byte[] buffer, int limit) {
        NameCache.Entry name = name(buffer, limit);
        if (name == null) {
            return false;
        }
        spaces(buffer, limit);
        if (at < limit && buffer[at] != '=') {
            throw XmlRefusal.malformed("attribute");
        }
        at++;
        spaces(buffer, limit);
        if (at >= limit) {
            return false;
        }
        byte quote = buffer[at++];
        if (quote != '"' && quote != '\'') {
            throw XmlRefusal.malformed("attribute");
        }
        return value(name, quote, limit);
    }

    private boolean value(NameCache.Entry name, byte quote, int limit) {
        byte[] buffer = in.buffer;
        int from = at;
        int to = from;
        boolean coded = false;
        while (to < limit && buffer[to] != quote) {
            byte b = buffer[to];
            byte kind = XmlChars.kind(b);
            if (kind == XmlChars.MULTIBYTE) {
                int length = XmlChars.sequenceLength(b);
                if (to + length > limit) {
                    return false;
                }
                XmlChars.checkSequence(buffer, to, length);
                to += length;
                continue;
            }
            if (kind == XmlChars.FORBIDDEN || b == '<') {
                throw XmlRefusal.malformed("attribute value");
            }
            coded |= b < ' ' || b == '&';
            to++;
        }
        if (to == limit) {
            return false;
        }
        raw.add(name, from, to, coded);
        at = to + 1;
        return true;
    }
}
