package jp.kiyome.text.xml;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kiyome.container.xml.XmlCopy;
import jp.kiyome.core.charset.CharsetDetector;
import jp.kiyome.core.charset.CharsetGuess;
import jp.kiyome.core.charset.Encoding;
import jp.kiyome.core.charset.TextSink;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.text.Ascii;
import jp.kiyome.core.type.FileType;
import jp.kiyome.text.chars.Losses;
import jp.kiyome.text.source.Labels;
import jp.kiyome.text.source.Tally;
import jp.kiyome.text.source.TextFile;
import jp.kiyome.text.source.TextRebuilder;
import jp.kiyome.text.source.TextTypes;

/** Rebuilds XML of data: read by the letter, written anew in the same charset. */
public final class XmlRebuilder implements TextRebuilder {

    private static final Pattern DECLARED =
            Pattern.compile("<\\?xml\\s[^>]{0,100}?encoding\\s*=\\s*[\"']([-A-Za-z0-9._:]+)");

    /** @param file empty where the charset is of another script */
    private record Source(Optional<TextFile> file, Reader characters, Encoding written) {}

    @Override
    public List<FileType> types() {
        return List.of(TextTypes.XML);
    }

    @Override
    public void rebuild(FileType type, Content content, OutputStream out, Session session) {
        Losses losses = new Losses("");
        Tally tally = new Tally();
        try {
            int length = prolog(source(content).characters(), tally);
            Source source = source(content);
            source.characters().skip(length);
            try (Writer sink = sink(source, out);
                    BufferedWriter writer = new BufferedWriter(sink)) {
                writer.write("<?xml version=\"1.0\" encoding=\"" + label(source.written()) + "\"?>\n");
                DataHost host = new DataHost(source.written(), session.budget(), losses, tally);
                XmlCopy.copy(
                        source.characters(), writer, session.budget().limits().xmlDepth(), host);
                writer.write('\n');
            }
        } catch (CharacterCodingException e) {
            throw Refusal.of("text.charset", declared(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        losses.tell(session::found);
        tally.tell(session::found);
    }

    private static int prolog(Reader characters, Tally tally) throws IOException {
        char[] head = new char[Prolog.LONGEST];
        int filled = 0;
        for (int read = 0;
                read >= 0 && filled < head.length;
                read = characters.read(head, filled, head.length - filled)) {
            filled += read;
        }
        return Prolog.of(new String(head, 0, filled), tally).length();
    }

    private static Writer sink(Source source, OutputStream out) {
        boolean wide = source.written() == Encoding.UTF_16LE || source.written() == Encoding.UTF_16BE;
        // XML 1.0 section 4.3.3: UTF-16 has to begin with the mark.
        return wide && source.file().isPresent()
                ? TextFile.saying(source.file().get().content(), source.written(), true)
                        .sink(out)
                : new TextSink(out, source.written());
    }

    private static String label(Encoding encoding) {
        return switch (encoding) {
            case US_ASCII, UTF_8 -> "UTF-8";
            case UTF_16LE, UTF_16BE -> "UTF-16";
            case CP932, EUC_JP, WINDOWS_1252, ISO_2022_JP -> encoding.label();
        };
    }

    /** By the mark, by the declaration, else UTF-8 or UTF-16 (XML 1.0 appendix F): nothing else is guessed. */
    private static Source source(Content content) {
        Optional<CharsetGuess> guess = CharsetDetector.of(content);
        boolean wide = guess.filter(g -> g.encoding() == Encoding.UTF_16LE || g.encoding() == Encoding.UTF_16BE)
                .isPresent();
        if (guess.isPresent() && (wide || guess.get().byteOrderMark())) {
            return own(content, guess.get().encoding(), guess.get().byteOrderMark());
        }
        String label = declared(content);
        Optional<Encoding> named = label.isEmpty() ? Optional.of(Encoding.UTF_8) : Labels.encoding(label);
        if (named.isPresent()) {
            return own(content, named.get(), false);
        }
        CharsetDecoder decoder = Labels.foreign(label).orElseThrow(() -> Refusal.of("xml.encoding", label));
        return new Source(Optional.empty(), new InputStreamReader(content.stream(), decoder), Encoding.UTF_8);
    }

    private static Source own(Content content, Encoding encoding, boolean mark) {
        TextFile file = TextFile.saying(content, encoding, mark);
        Encoding written = encoding == Encoding.US_ASCII ? Encoding.UTF_8 : encoding;
        return new Source(Optional.of(file), file.source(), written);
    }

    private static String declared(Content content) {
        byte[] head = new byte[(int) Math.min(256, content.size())];
        content.copy(0, head, 0, head.length);
        Matcher matcher = DECLARED.matcher(new String(head, StandardCharsets.ISO_8859_1));
        return matcher.find() ? Ascii.lower(matcher.group(1)) : "";
    }
}
