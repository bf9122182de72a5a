package jp.kiyome.container.xml;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Characters as UTF-8 bytes. Surrogates always travel in pairs, so no character is cut. */
final class TranscodedStream extends InputStream {

    private final Reader reader;
    private final char[] chars = new char[8192];
    private byte[] bytes = new byte[0];
    private int position;

    TranscodedStream(Reader reader) {
        this.reader = reader;
    }

    @Override
    public int read() throws IOException {
        return refilled() ? bytes[position++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (!refilled()) {
            return -1;
        }
        int count = Math.min(length, bytes.length - position);
        System.arraycopy(bytes, position, target, offset, count);
        position += count;
        return count;
    }

    private boolean refilled() throws IOException {
        if (position < bytes.length) {
            return true;
        }
        int count = readChars();
        if (count <= 0) {
            return false;
        }
        bytes = new String(chars, 0, count).getBytes(StandardCharsets.UTF_8);
        position = 0;
        return true;
    }

    private int readChars() throws IOException {
        try {
            int count = reader.read(chars, 0, chars.length - 1);
            if (count > 0 && Character.isHighSurrogate(chars[count - 1])) {
                int low = reader.read();
                chars[count++] = low < 0 ? '\uD800' : (char) low;
            }
            return count;
        } catch (CharacterCodingException e) {
            throw XmlRefusal.encoding("UTF-16");
        }
    }
}
