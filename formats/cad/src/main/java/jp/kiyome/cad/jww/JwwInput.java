package jp.kiyome.cad.jww;

import java.io.ByteArrayInputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import jp.kiyome.core.charset.Encoding;
import jp.kiyome.core.charset.TextSource;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Refusal;

/** A cursor over a file. Whatever it is asked for beyond the end is refused. Not thread-safe. */
final class JwwInput {

    /** The length byte and word that say that the length is longer. */
    private static final int MORE_BYTE = 0xFF;

    private static final int MORE_WORD = 0xFFFF;
    private static final int WIDE = 0xFFFE;
    private static final int CHUNK = 1 << 13;

    private final Content content;
    private final byte[] chunk = new byte[CHUNK];
    private long chunkAt;
    private int chunkLength;
    private long position;
    private boolean damaged;

    JwwInput(Content content, long position) {
        this.content = content;
        this.position = position;
    }

    long position() {
        return position;
    }

    long remaining() {
        return content.size() - position;
    }

    /** Refuses unless so many bytes are left. */
    void require(long bytes) {
        if (bytes < 0 || bytes > remaining()) {
            throw Refusal.of("jww.structure", "ends early, at " + position);
        }
    }

    int u8() {
        if (position < chunkAt || position >= chunkAt + chunkLength) {
            require(1);
            chunkAt = position;
            chunkLength = (int) Math.min(CHUNK, remaining());
            content.copy(position, chunk, 0, chunkLength);
        }
        return chunk[(int) (position++ - chunkAt)] & 0xFF;
    }

    int u16() {
        return u8() | u8() << 8;
    }

    long u32() {
        return u16() | (long) u16() << 16;
    }

    double f64() {
        return Double.longBitsToDouble(u32() | u32() << 32);
    }

    /** CArchive's count of a list: a word, or behind 0xFFFF a double word. */
    long count() {
        int word = u16();
        return word == MORE_WORD ? u32() : word;
    }

    /** The bytes of a picture. */
    Content bytes(long count) {
        require(count);
        Content bytes = content.slice(position, count);
        position += count;
        return bytes;
    }

    byte[] array(long count) {
        require(count);
        byte[] bytes = new byte[Math.toIntExact(count)];
        content.copy(position, bytes, 0, bytes.length);
        position += count;
        return bytes;
    }

    /** A CString: the length in a byte, a word or a double word; behind FF FE FF in characters of UTF-16. */
    JwwText text() {
        long length = u8();
        boolean wide = false;
        if (length == MORE_BYTE) {
            length = u16();
            if (length == WIDE) {
                wide = true;
                length = u8();
                length = length == MORE_BYTE ? u16() : length;
            }
            length = length == MORE_WORD ? u32() : length;
        }
        byte[] bytes = array(wide ? 2 * length : length);
        return new JwwText(decoded(bytes, wide ? Encoding.UTF_16LE : Encoding.CP932), wide);
    }

    /** Whether the text read last held bytes that are no characters; U+FFFD stands for them. */
    boolean damaged() {
        return damaged;
    }

    private String decoded(byte[] bytes, Encoding encoding) {
        AtomicBoolean malformed = new AtomicBoolean();
        StringBuilder text = new StringBuilder(bytes.length);
        char[] buffer = new char[512];
        try (TextSource source =
                new TextSource(new ByteArrayInputStream(bytes), encoding, (same, offset) -> malformed.set(true))) {
            for (int read = source.read(buffer, 0, buffer.length);
                    read > 0;
                    read = source.read(buffer, 0, buffer.length)) {
                text.append(buffer, 0, read);
            }
        }
        damaged = malformed.get();
        return text.toString();
    }
}
