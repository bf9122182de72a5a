package jp.kiyome.cad.part21;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import jp.kiyome.core.charset.Encoding;
import jp.kiyome.core.charset.MalformedText;
import jp.kiyome.core.charset.TextSource;
import jp.kiyome.core.content.Content;

/**
 * Which characters the bytes of a file are. The standard has ASCII, and UTF-8 in its third edition; programs write the code page of
 * their system. Stateless.
 */
public final class Letters {

    private static final List<Encoding> CANDIDATES = List.of(Encoding.US_ASCII, Encoding.UTF_8, Encoding.CP932);

    private static final int BUFFER = 1 << 14;

    private Letters() {}

    /** The first of ASCII, UTF-8 and code page 932 that the whole file is well-formed in; else windows-1252. */
    public static Encoding of(Content content) {
        return CANDIDATES.stream()
                .filter(candidate -> sound(content, candidate))
                .findFirst()
                .orElse(Encoding.WINDOWS_1252);
    }

    private static boolean sound(Content content, Encoding encoding) {
        char[] buffer = new char[BUFFER];
        try (InputStream in = content.stream();
                Reader text = new TextSource(in, encoding)) {
            while (text.read(buffer, 0, buffer.length) > 0) {
                // Whether it is read is all that is asked.
            }
            return true;
        } catch (MalformedText malformed) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read text", e);
        }
    }

    /** Reads a file as what {@link #of} says; what even that has not becomes U+FFFD. */
    public static Reader read(Content content, Encoding encoding) {
        return new BufferedReader(new TextSource(content.stream(), encoding, (same, offset) -> {}), BUFFER);
    }
}
