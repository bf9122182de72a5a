package jp.kiyome.core.charset;

import java.util.List;

/**
 * What bytes are written in.
 *
 * @param encoding the most plausible one
 * @param byteOrderMark whether the text starts with the bytes of {@link Encoding#byteOrderMark}
 * @param confidence how sure that is
 * @param alternatives the other encodings in which the bytes are well-formed, the more plausible first
 */
public record CharsetGuess(
        Encoding encoding, boolean byteOrderMark, Confidence confidence, List<Encoding> alternatives) {

    public CharsetGuess {
        alternatives = List.copyOf(alternatives);
    }
}
