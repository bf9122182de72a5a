package jp.kiyome.message.text;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Optional;
import jp.kiyome.core.charset.CharsetDetector;
import jp.kiyome.core.charset.CharsetGuess;
import jp.kiyome.core.charset.Encoding;
import jp.kiyome.core.charset.MalformedText;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.HeapContent;

/**
 * Which charset a text is in. The label counts if the text decodes by it without loss; else what the bytes look like; else what Western
 * mailers mean. Stateless.
 */
public final class Charsets {

    private static final Codec WESTERN = new Codec.Platform(Charset.forName("windows-1252"));
    private static final Codec JIS = new Codec.Core(Encoding.ISO_2022_JP);
    private static final Codec JIS_2 = new Codec.Platform(Charset.forName("ISO-2022-JP-2"));
    private static final Codec ASCII = new Codec.Core(Encoding.US_ASCII);
    private static final int BUFFER = 1 << 14;

    private Charsets() {}

    /**
     * What was chosen.
     *
     * @param codec decodes the text; strictly where {@code lossless}
     * @param labelled whether the label says so, or says nothing and the text is ASCII
     * @param lossless whether nothing had to be replaced
     */
    public record Choice(Codec codec, boolean labelled, boolean lossless) {

        public boolean japanese() {
            return codec.equals(JIS) || codec.equals(JIS_2);
        }

        boolean ascii() {
            return codec.equals(ASCII);
        }
    }

    public static Choice choose(byte[] text, String label) {
        return choose(HeapContent.of(text), label);
    }

    /**
     * Chooses for a text.
     *
     * @param label as it stands there; empty for none
     */
    public static Choice choose(Content text, String label) {
        Optional<Codec> said = Labels.meaning(label);
        Optional<CharsetGuess> guess = CharsetDetector.of(text);
        // Seven bits with escapes are what they look like, whatever a label says that fits all seven bits.
        boolean jis = guess.isPresent() && guess.get().encoding() == Encoding.ISO_2022_JP;
        if (said.isPresent() && (!jis || said.get().equals(JIS_2)) && decodes(text, said.get())) {
            return new Choice(said.get(), true, true);
        }
        if (guess.isPresent()) {
            Codec codec = new Codec.Core(guess.get().encoding());
            boolean labelled = said.filter(codec::equals).isPresent() || label.isEmpty() && codec.equals(ASCII);
            return new Choice(codec, labelled, true);
        }
        return lossy(text, said);
    }

    private static Choice lossy(Content text, Optional<Codec> said) {
        if (said.isPresent() && said.get().equals(JIS)) {
            return decodes(text, JIS_2) ? new Choice(JIS_2, false, true) : new Choice(JIS, true, false);
        }
        if (decodes(text, WESTERN)) {
            return new Choice(WESTERN, false, true);
        }
        return new Choice(said.filter(c -> !c.equals(ASCII)).orElse(WESTERN), false, false);
    }

    /** Whether every byte of a text means something. */
    private static boolean decodes(Content text, Codec codec) {
        try (Reader reader = codec.open(text.stream(), true)) {
            char[] buffer = new char[BUFFER];
            while (reader.read(buffer) >= 0) {
                // What it says does not count here.
            }
            return true;
        } catch (CharacterCodingException | CharConversionException | MalformedText no) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("content has no input errors", e);
        }
    }

    /** Reads a text as was chosen. */
    public static Reader open(Content text, Choice choice) {
        return choice.codec().open(text.stream(), choice.lossless());
    }

    public static String decode(byte[] text, Choice choice) {
        try (Reader reader = open(HeapContent.of(text), choice)) {
            StringBuilder decoded = new StringBuilder(text.length);
            char[] buffer = new char[BUFFER];
            for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                decoded.append(buffer, 0, read);
            }
            return decoded.toString();
        } catch (IOException e) {
            throw new UncheckedIOException("the text decoded before", e);
        }
    }
}
