package jp.kiyome.container.xml;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Reads a document of any vocabulary with {@link XmlReader}, strictly, and writes the same elements, attributes, namespace
 * declarations and text anew: no comment, no processing instruction, no CDATA section, no document type. Prefixes stay, since
 * values may use them.
 *
 * <p>Memory: the longest tag and the longest run of text. Not thread-safe.
 */
public final class XmlCopy {

    /** Characters between two tags. */
    private static final int LONGEST_TEXT = 32 << 20;

    private final XmlReader reader;
    private final Writer out;
    private final XmlCopyHost host;
    private final StringBuilder text = new StringBuilder();
    private boolean tagOpen;

    private XmlCopy(XmlReader reader, Writer out, XmlCopyHost host) {
        this.reader = reader;
        this.out = out;
        this.host = host;
    }

    /**
     * Copies a document from its root on; what stands before the root is the caller's.
     *
     * @param mostDepth elements inside elements at most
     */
    public static void copy(Reader document, Writer out, int mostDepth, XmlCopyHost host) {
        XmlReader reader = new XmlReader(new TranscodedStream(document), new AnyNames(), mostDepth, host);
        try {
            new XmlCopy(reader, out, host).run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run() throws IOException {
        for (XmlReader.Event event = reader.next(); event != XmlReader.Event.DOCUMENT_END; event = reader.next()) {
            switch (event) {
                case START -> {
                    endText(true);
                    start();
                }
                case END -> {
                    endText(false);
                    end();
                }
                case TEXT -> {
                    if (text.length() > LONGEST_TEXT) {
                        throw XmlRefusal.tooLarge("text");
                    }
                    text.append(reader.text());
                }
                case DOCUMENT_END -> {}
            }
        }
    }

    private void start() throws IOException {
        host.element(reader.name(), reader.depth());
        out.write('<');
        out.write(new String(reader.rawName(), StandardCharsets.UTF_8));
        RawTag raw = reader.rawTag();
        int judged = 0;
        for (int i = 0; i < raw.count; i++) {
            boolean declaration = raw.names[i].declaresNamespace();
            String value = value(raw, i);
            if (declaration || host.keeps(reader.name(), reader.attributes().name(judged), value)) {
                out.write(' ');
                out.write(new String(raw.names[i].bytes, StandardCharsets.UTF_8));
                out.write("=\"");
                escaped(declaration ? value : host.text(value), true);
                out.write('"');
            }
            judged += declaration ? 0 : 1;
        }
        tagOpen = true;
    }

    private String value(RawTag raw, int i) {
        byte[] window = reader.window();
        return raw.coded[i]
                ? new String(References.normalized(window, raw.from[i], raw.to[i]), StandardCharsets.UTF_8)
                : new String(window, raw.from[i], raw.to[i] - raw.from[i], StandardCharsets.UTF_8);
    }

    private void end() throws IOException {
        if (tagOpen) {
            out.write("/>");
            tagOpen = false;
        } else {
            out.write("</");
            out.write(new String(reader.rawName(), StandardCharsets.UTF_8));
            out.write('>');
        }
    }

    /** Writes the text before the next tag. An element is closed in its tag only where nothing at all stands in it. */
    private void endText(boolean beforeStart) throws IOException {
        String clean = text.isEmpty() ? "" : host.text(text.toString());
        text.setLength(0);
        if (tagOpen && (beforeStart || !clean.isEmpty())) {
            out.write('>');
            tagOpen = false;
        }
        escaped(clean, false);
    }

    private void escaped(String value, boolean attribute) throws IOException {
        for (int i = 0; i < value.length(); ) {
            int point = value.codePointAt(i);
            switch (point) {
                case '&' -> out.write("&amp;");
                case '<' -> out.write("&lt;");
                case '>' -> out.write("&gt;");
                case '\r' -> out.write("&#13;");
                case '"' -> out.write(attribute ? "&quot;" : "\"");
                case '\n' -> out.write(attribute ? "&#10;" : "\n");
                case '\t' -> out.write(attribute ? "&#9;" : "\t");
                default -> character(point);
            }
            i += Character.charCount(point);
        }
    }

    private void character(int point) throws IOException {
        if (!host.writes(point)) {
            out.write(String.format(Locale.ROOT, "&#%d;", point));
        } else if (point > 0xFFFF) {
            out.write(Character.toString(point));
        } else {
            out.write(point);
        }
    }
}
