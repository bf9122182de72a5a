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

    private record Declared(Namespace namespace, int depth) {}

    private final OutputStream out;
    private byte[] buffer = new byte[1 << 15];
    private final List<XmlName> open = new ArrayList<>();
    private final List<Declared> declared = new ArrayList<>();
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
        return new Mark(used, tagOpen, open.size(), declared.size());
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
        declared.subList(mark.declared, declared.size()).clear();
    }

    /** Writes Strict namespace names from here on. */
    void strict(boolean on) {
        strict = on;
    }

    void start(XmlName name) {
        closeTag();
        raw('<');
        raw(name.written());
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
        raw(' ');
        raw(name.written());
        raw('=');
        raw('"');
        escaped(value, true);
        raw('"');
    }

    void text(Utf8 value) {
        closeTag();
        escaped(value, false);
    }

    void end() {
        XmlName name = open.removeLast();
        if (tagOpen) {
            raw('/');
            raw('>');
            tagOpen = false;
        } else {
            raw('<');
            raw('/');
            raw(name.written());
            raw('>');
        }
        while (!declared.isEmpty() && declared.getLast().depth > open.size()) {
            declared.removeLast();
        }
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
        if (namespace == Namespace.XML) {
            return;
        }
        String prefix = namespace.outputPrefix();
        for (int i = declared.size() - 1; i >= 0; i--) {
            Namespace there = declared.get(i).namespace;
            if (there == namespace) {
                return;
            }
            if (there.outputPrefix().equals(prefix)) {
                break;
            }
        }
        if (namespace == Namespace.NONE
                && declared.stream().noneMatch(d -> d.namespace.outputPrefix().isEmpty())) {
            return;
        }
        declared.add(new Declared(namespace, open.size()));
        raw(ascii(prefix.isEmpty() ? " xmlns=\"" : " xmlns:" + prefix + "=\""));
        raw(ascii(namespace.uri(strict)));
        raw('"');
    }

    private void closeTag() {
        if (tagOpen) {
            raw('>');
            tagOpen = false;
        }
    }

    private void escaped(Utf8 value, boolean inAttribute) {
        byte[] bytes = value.bytes();
        int from = value.from();
        int to = value.to();
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            if (b > '>' || b < 0) {
                continue;
            }
            String escape = escape(b, inAttribute);
            if (!escape.isEmpty()) {
                raw(bytes, from, i - from);
                raw(ascii(escape));
                from = i + 1;
            }
        }
        raw(bytes, from, to - from);
    }

    private static String escape(byte b, boolean inAttribute) {
        return switch (b) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> inAttribute ? "&quot;" : "";
            case '\r' -> "&#13;";
            case '\n' -> inAttribute ? "&#10;" : "";
            case '\t' -> inAttribute ? "&#9;" : "";
            default -> "";
        };
    }

    private void raw(char c) {
        if (used == buffer.length) {
            makeRoom(1);
        }
        buffer[used++] = (byte) c;
    }

    private void raw(byte[] bytes) {
        raw(bytes, 0, bytes.length);
    }

    private void raw(byte[] bytes, int from, int length) {
        if (length > buffer.length - used) {
            makeRoom(length);
            if (length > buffer.length) {
                write(bytes, from, length);
                return;
            }
        }
        System.arraycopy(bytes, from, buffer, used, length);
        used += length;
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
