package jp.kiyome.container.xml;

/** Reads one tag, which is wholly in the window when it is looked at. */
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
        int end = wholeTag();
        byte[] buffer = in.buffer;
        empty = buffer[end - 1] == '/';
        int last = empty ? end - 1 : end;
        at = in.position + 1;
        NameCache.Entry name = name(last);
        raw.clear();
        while (at < last) {
            if (!XmlChars.space(buffer[at])) {
                throw XmlRefusal.malformed("tag");
            }
            spaces(last);
            if (at < last) {
                attribute(last);
            }
        }
        in.position = end + 1;
        return name;
    }

    /** Reads the end tag at the position and moves behind it; false when it ends another element. */
    boolean end(NameCache.Entry expected) {
        int end = wholeTag();
        byte[] buffer = in.buffer;
        int from = in.position + 2;
        int to = from + expected.bytes.length;
        if (to > end || !java.util.Arrays.equals(buffer, from, to, expected.bytes, 0, expected.bytes.length)) {
            return false;
        }
        for (int i = to; i < end; i++) {
            if (!XmlChars.space(buffer[i])) {
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

    private NameCache.Entry name(int last) {
        byte[] buffer = in.buffer;
        int from = at;
        int hash = 0;
        while (at < last && XmlChars.name(buffer[at])) {
            hash = hash * 31 + buffer[at++];
        }
        if (at == from) {
            throw XmlRefusal.malformed("name");
        }
        return cache.entry(buffer, from, at, hash);
    }

    private void spaces(int last) {
        while (at < last && XmlChars.space(in.buffer[at])) {
            at++;
        }
    }

    private void attribute(int last) {
        NameCache.Entry name = name(last);
        spaces(last);
        if (at >= last || in.buffer[at] != '=') {
            throw XmlRefusal.malformed("attribute");
        }
        at++;
        spaces(last);
        if (at >= last || in.buffer[at] != '"' && in.buffer[at] != '\'') {
            throw XmlRefusal.malformed("attribute");
        }
        value(name, in.buffer[at++], last);
    }

    private void value(NameCache.Entry name, byte quote, int last) {
        byte[] buffer = in.buffer;
        int from = at;
        boolean coded = false;
        while (at < last && buffer[at] != quote) {
            byte b = buffer[at];
            byte kind = XmlChars.kind(b);
            if (kind == XmlChars.MULTIBYTE) {
                int length = XmlChars.sequenceLength(b);
                if (at + length > last) {
                    throw XmlRefusal.encoding("UTF-8");
                }
                XmlChars.checkSequence(buffer, at, length);
                at += length;
                continue;
            }
            if (kind == XmlChars.FORBIDDEN || b == '<') {
                throw XmlRefusal.malformed("attribute value");
            }
            coded |= b == '&' || b == '\n' || b == '\t' || b == '\r';
            at++;
        }
        if (at >= last) {
            throw XmlRefusal.malformed("attribute value");
        }
        raw.add(name, from, at, coded);
        at++;
    }
}
