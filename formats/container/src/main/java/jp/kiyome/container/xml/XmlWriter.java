package jp.kiyome.container.xml;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Writes XML in one way only: UTF-8, double quotes, empty elements closed in their tag, each namespace by its one prefix.
 * It is given names and decoded text, never input.
 *
 * <p>Not thread-safe. Throws {@link UncheckedIOException} when the stream behind it fails.
 */
public final class XmlWriter implements AutoCloseable {

    private static final byte[] DECLARATION = ascii("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");

    /** Bytes of one element that may be held back until it is known to be complete. */
    private static final int LONGEST_HELD = 64 << 20;

    private static final byte[][] IN_TEXT = new byte['>' + 1][];
    private static final byte[][] IN_ATTRIBUTE;

    static {
        IN_TEXT['&'] = ascii("&amp;");
        IN_TEXT['<'] = ascii("&lt;");
        IN_TEXT['>'] = ascii("&gt;");
        IN_TEXT['\r'] = ascii("&#13;");
        IN_ATTRIBUTE = IN_TEXT.clone();
        IN_ATTRIBUTE['"'] = ascii("&quot;");
        IN_ATTRIBUTE['\n'] = ascii("&#10;");
        IN_ATTRIBUTE['\t'] = ascii("&#9;");
    }

    private final OutputStream out;
    private byte[] buffer = new byte[1 << 13];
    private final List<XmlName> open = new ArrayList<>();
    private final WrittenNamespaces namespaces = new WrittenNamespaces();
    private int used;
    private boolean tagOpen;
    private boolean strict;
    private int marks;

    public XmlWriter(OutputStream out) {
        this.out = out;
        raw(DECLARATION);
    }

    /**
     * A place in the output to which {@link #rollBack} may return; nothing behind it leaves before it is released.
     *
     * @param used bytes in the buffer
     */
    record Mark(int used, boolean tagOpen, int open, int declared) {}

    Mark mark() {
        marks++;
        return new Mark(used, tagOpen, open.size(), namespaces.count());
    }

    /** What was written since the mark stays. */
    void release(Mark mark) {
        if (mark.open != open.size()) {
            throw new IllegalStateException("released inside an element");
        }
        marks--;
    }

    /** Takes back everything written since the mark. */
    void rollBack(Mark mark) {
        marks--;
        used = mark.used;
        tagOpen = mark.tagOpen;
        open.subList(mark.open, open.size()).clear();
        namespaces.back(mark.declared);
    }

    /** Writes Strict namespace names from here on. */
    void strict(boolean on) {
        strict = on;
    }

    void start(XmlName name) {
        closeTag();
        byte[] written = name.written();
        room(written.length + 1);
        buffer[used++] = '<';
        put(written, 0, written.length);
        open.add(name);
        tagOpen = true;
        use(name.namespace());
    }

    /** Declares a namespace on the element just started, unless it is declared already. */
    void declare(Namespace namespace) {
        use(namespace);
    }

    void attribute(XmlName name, Utf8 value) {
        if (name.namespace() != Namespace.NONE) {
            use(name.namespace());
        }
        byte[] written = name.written();
        room(written.length + 3);
        buffer[used++] = ' ';
        put(written, 0, written.length);
        buffer[used++] = '=';
        buffer[used++] = '"';
        escaped(value, IN_ATTRIBUTE);
        raw('"');
    }

    void text(Utf8 value) {
        closeTag();
        escaped(value, IN_TEXT);
    }

    void end() {
        byte[] written = open.removeLast().written();
        room(written.length + 3);
        if (tagOpen) {
            buffer[used++] = '/';
            tagOpen = false;
        } else {
            buffer[used++] = '<';
            buffer[used++] = '/';
            put(written, 0, written.length);
        }
        buffer[used++] = '>';
        namespaces.leave(open.size());
    }

    /** Writes what is left; the stream stays open. */
    @Override
    public void close() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("elements left open");
        }
        flush();
    }

    private void use(Namespace namespace) {
        if (namespaces.use(namespace, open.size())) {
            String prefix = namespace.outputPrefix();
            raw(ascii(prefix.isEmpty() ? " xmlns=\"" : " xmlns:" + prefix + "=\""));
            raw(ascii(namespace.uri(strict)));
            raw('"');
        }
    }

    private void closeTag() {
        if (tagOpen) {
            raw('>');
            tagOpen = false;
        }
    }

    private void escaped(Utf8 value, byte[][] escapes) {
        byte[] bytes = value.bytes();
        int from = value.from();
        int to = value.to();
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            if (b <= '>' && b >= 0 && escapes[b] != null) {
                raw(bytes, from, i - from);
                raw(escapes[b]);
                from = i + 1;
            }
        }
        raw(bytes, from, to - from);
    }

    private void raw(char c) {
        room(1);
        buffer[used++] = (byte) c;
    }

    private void raw(byte[] bytes) {
        raw(bytes, 0, bytes.length);
    }

    private void raw(byte[] bytes, int from, int length) {
        if (length > buffer.length && marks == 0) {
            flush();
            write(bytes, from, length);
        } else {
            room(length);
            put(bytes, from, length);
        }
    }

    /** Copies into the buffer, which has the room. */
    private void put(byte[] bytes, int from, int length) {
        System.arraycopy(bytes, from, buffer, used, length);
        used += length;
    }

    /** Sees to it that the buffer takes that many bytes more; they are few, or held back. */
    private void room(int length) {
        if (length > buffer.length - used) {
            makeRoom(length);
        }
    }

    private void makeRoom(int length) {
        if (marks == 0) {
            flush();
        } else if ((long) used + length > LONGEST_HELD) {
            throw XmlRefusal.tooLarge("element");
        } else {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, used + length));
        }
    }

    private void flush() {
        write(buffer, 0, used);
        used = 0;
    }

    private void write(byte[] bytes, int from, int length) {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
