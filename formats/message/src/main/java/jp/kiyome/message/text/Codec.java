package jp.kiyome.message.text;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import jp.kiyome.core.charset.Encoding;
import jp.kiyome.core.charset.OnMalformed;
import jp.kiyome.core.charset.TextSource;

/** How bytes become characters: one of the encodings that Japanese mail has, or a charset of Java's for the rest of the world. */
public sealed interface Codec {

    /** A reader of a text; where it is not strict U+FFFD stands for what means nothing. */
    Reader open(InputStream in, boolean strict);

    /** One of the core's. */
    record Core(Encoding encoding) implements Codec {
        @Override
        public Reader open(InputStream in, boolean strict) {
            return new TextSource(in, encoding, strict ? OnMalformed.REFUSE : (e, offset) -> {});
        }
    }

    /** One of Java's. */
    record Platform(Charset charset) implements Codec {
        @Override
        public Reader open(InputStream in, boolean strict) {
            CodingErrorAction action = strict ? CodingErrorAction.REPORT : CodingErrorAction.REPLACE;
            return new InputStreamReader(
                    in, charset.newDecoder().onMalformedInput(action).onUnmappableCharacter(action));
        }
    }

    default boolean is(Encoding encoding) {
        return equals(new Core(encoding));
    }
}
