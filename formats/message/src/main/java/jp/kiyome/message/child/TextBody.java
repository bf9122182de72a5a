package jp.kiyome.message.child;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.kiyome.core.charset.Encoding;
import jp.kiyome.core.charset.TextSink;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.spi.Nested;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.text.Excerpt;
import jp.kiyome.message.mime.Ambiguous;
import jp.kiyome.message.mime.ForeignFiles;
import jp.kiyome.message.mime.Lines;
import jp.kiyome.message.mime.UuDecoder;
import jp.kiyome.message.text.Charsets;
import jp.kiyome.message.text.OutputCharset;

/**
 * The text of a body on its way: decoded, given to the handler of its type as UTF-8, and encoded again. Streams. Not thread-safe.
 */
public final class TextBody {

    /** The type that texts are rebuilt as. */
    private static final String PLAIN = "txt";

    private static final byte[] LEAD = {'.', '\r', '\n'};

    private final Session session;

    public TextBody(Session session) {
        this.session = session;
    }

    /** A file that stood in a text as uuencode. */
    public record Inside(String name, Content content) {}

    /** A text without the files in it, and the files. */
    public record Parted(Content text, List<Inside> files) {}

    /** UTF-8 with CRLF, ended by one. */
    public Content decoded(Content bytes, Charsets.Choice choice) {
        Sink sink = session.scratch();
        try (Reader in = Charsets.open(bytes, choice);
                TextSink out = new TextSink(sink, Encoding.UTF_8)) {
            new LineEnds(out).copy(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sink.finish();
    }

    /** Takes files out of a text that stand in it between {@code begin} and {@code end}. */
    public Parted parted(Content text) {
        List<Inside> files = new ArrayList<>();
        Lines probe = new Lines(text, 0, text.size());
        boolean any = false;
        while (probe.next()) {
            ForeignFiles.refuse(text, probe);
            any |= begins(text, probe);
        }
        if (!any) {
            return new Parted(text, files);
        }
        Sink rest = session.scratch();
        Lines lines = new Lines(text, 0, text.size());
        while (lines.next()) {
            if (begins(text, lines)) {
                Sink file = session.scratch();
                String name = UuDecoder.begin(lines.text(1_000)).orElseThrow();
                UuDecoder.file(lines, file, session.budget());
                files.add(new Inside(name, file.finish()));
            } else {
                copy(text, lines.start(), lines.after(), rest);
            }
        }
        return new Parted(rest.finish(), files);
    }

    /**
     * Demands that no file stands in a text that was cleaned: what was taken out of it may have been all that kept readers from
     * seeing one.
     */
    public static void requireNoFile(Content cleaned) {
        Lines lines = new Lines(cleaned, 0, cleaned.size());
        while (lines.next()) {
            if (begins(cleaned, lines)) {
                throw Ambiguous.encoding("uuencode behind characters that show nothing");
            }
        }
    }

    /** A line that says begin, with a line of uuencode behind it. */
    private static boolean begins(Content text, Lines lines) {
        if (!lines.startsWith(new byte[] {'b', 'e', 'g', 'i', 'n', ' '})
                || UuDecoder.begin(lines.text(1_000)).isEmpty()) {
            return false;
        }
        Lines next = new Lines(text, lines.after(), text.size());
        return next.next() && UuDecoder.isLine(next.text(300));
    }

    /**
     * A plain text on its way. A line with a dot stands before it meanwhile, for a text that begins as a file of another type does is a text
     * all the same: its place says so.
     *
     * @param name that nobody is shown
     */
    public Nested plain(String name, Content utf8) {
        Sink sink = session.scratch();
        sink.write(LEAD, 0, LEAD.length);
        copy(utf8, 0, utf8.size(), sink);
        return switch (session.child(name, sink.finish(), Set.of(PLAIN))) {
            case Nested.Clean clean -> {
                Content text = clean.content();
                Lines lines = new Lines(text, 0, text.size());
                if (!lines.next() || !lines.text(4).equals(".")) {
                    throw new IllegalStateException("a text came back without its first line");
                }
                Content rest = text.slice(LEAD.length, text.size() - LEAD.length);
                tell(rest);
                yield new Nested.Clean(clean.type(), clean.name(), rest);
            }
            case Nested.Refused refused -> refused;
        };
    }

    /** What it says, to who wants to know. */
    private void tell(Content utf8) {
        if (!session.wantsExcerpt()) {
            return;
        }
        byte[] begin = new byte[(int) Math.min(utf8.size(), 3L * Excerpt.LONGEST)];
        utf8.copy(0, begin, 0, begin.length);
        session.says(new String(begin, StandardCharsets.UTF_8).replace("\r\n", "\n"));
    }

    /** Rebuilt text as it is written: in ISO-2022-JP where that is wanted and it fits, else in UTF-8. */
    public Encoded encoded(Content utf8, boolean japanese) {
        Charsets.Choice choice = Charsets.choose(utf8, "utf-8");
        boolean breaks = session.policy().choice(MessageOptions.LINKS).equals("remove");
        OutputCharset.Fits fits = new OutputCharset.Fits();
        boolean ascii = true;
        // A byte order mark is not written.
        boolean first = true;
        try (BrokenLinks in = new BrokenLinks(Charsets.open(utf8, choice), breaks)) {
            char[] buffer = new char[1 << 13];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    if (buffer[i] == '\uFEFF' && first) {
                        continue;
                    }
                    first = false;
                    ascii &= buffer[i] < 0x80;
                    fits.see(buffer[i]);
                }
            }
            if (in.broken() > 0) {
                session.found(Finding.of("message.link", Action.CHANGED, Location.wholeFile()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Encoding encoding = ascii ? Encoding.US_ASCII : japanese && fits.all() ? Encoding.ISO_2022_JP : Encoding.UTF_8;
        Sink sink = session.scratch();
        try (Reader in = new BrokenLinks(Charsets.open(utf8, choice), breaks);
                TextSink out = new TextSink(sink, encoding)) {
            new LineEnds(out).copy(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Encoded(sink.finish(), encoding);
    }

    /** Bytes and what they are in. */
    public record Encoded(Content bytes, Encoding encoding) {}

    static void copy(Content from, long start, long end, Sink to) {
        byte[] buffer = new byte[1 << 12];
        for (long at = start; at < end; at += buffer.length) {
            int length = (int) Math.min(buffer.length, end - at);
            from.copy(at, buffer, 0, length);
            to.write(buffer, 0, length);
        }
    }

    /** Writes every line with CRLF, without a byte order mark in front. */
    private static final class LineEnds {

        private final Writer out;
        private boolean cr;
        private boolean start = true;
        private char last = '\n';

        LineEnds(Writer out) {
            this.out = out;
        }

        void copy(Reader in) throws IOException {
            char[] buffer = new char[1 << 13];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    put(buffer[i]);
                }
            }
            if (last != '\n' && !start) {
                out.write("\r\n");
            }
        }

        private void put(char c) throws IOException {
            if (start && c == '\uFEFF') {
                return;
            }
            start = false;
            if (c == '\n' && cr) {
                cr = false;
                return;
            }
            cr = c == '\r';
            if (c == '\r' || c == '\n') {
                out.write("\r\n");
                last = '\n';
            } else {
                out.write(c);
                last = c;
            }
        }
    }
}
