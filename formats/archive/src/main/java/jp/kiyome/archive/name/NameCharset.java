package jp.kiyome.archive.name;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.kiyome.core.charset.CharsetDetector;
import jp.kiyome.core.charset.CharsetGuess;
import jp.kiyome.core.charset.Encoding;

/** Tells what names are written in where the archive does not say: all of them together, for one alone is short. */
final class NameCharset {

    static final Charset CP932 = Charset.forName("windows-31j");

    private static final Charset EUC_JP = Charset.forName("EUC-JP");

    /** What the ZIP specification says of names that say nothing (APPNOTE D.1); it reads every byte. */
    private static final Charset LAST = Charset.forName("IBM437");

    private NameCharset() {}

    /** The most plausible charset that reads all names. */
    static Charset of(List<byte[]> names) {
        Stream<Encoding> plausible =
                CharsetDetector.of(names).stream().flatMap(NameCharset::inOrder).filter(Encoding::extendsAscii);
        return plausible
                .map(NameCharset::charset)
                .filter(charset ->
                        names.stream().allMatch(name -> decoded(name, charset).isPresent()))
                .findFirst()
                .orElse(LAST);
    }

    private static Stream<Encoding> inOrder(CharsetGuess guess) {
        return Stream.concat(Stream.of(guess.encoding()), guess.alternatives().stream());
    }

    private static Charset charset(Encoding encoding) {
        return switch (encoding) {
            case CP932 -> CP932;
            case EUC_JP -> EUC_JP;
            case US_ASCII, UTF_8, UTF_16LE, UTF_16BE, WINDOWS_1252, ISO_2022_JP -> StandardCharsets.UTF_8;
        };
    }

    static Optional<String> decoded(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException notThisCharset) {
            return Optional.empty();
        }
    }

    /** Whether a text can be written and reads the same again. */
    static boolean holds(Charset charset, String text) {
        try {
            ByteBuffer encoded = charset.newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return decoded(bytes, charset).equals(Optional.of(text));
        } catch (CharacterCodingException cannot) {
            return false;
        }
    }
}
