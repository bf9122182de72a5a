package jp.kiyome.core.charset;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * The Japanese character sets as tables: code page 932, and through it JIS X 0208 with rows 13 and 89 to 92; JIS X 0212. Rows and
 * cells are 0x21 to 0x7E. 0 stands for no character and no code.
 *
 * <p>A character goes to the code that Windows writes, and only where that code is read as the same character again: the
 * platform's encoder also writes similar ones (the yen sign as a backslash), which would change a text silently.
 */
final class Jis {

    /** Added to 0xA1 to 0xDF of JIS X 0201 gives U+FF61 to U+FF9F. */
    static final int HALF_KANA = 0xFF61 - 0xA1;

    private static final int ROWS = 94;
    private static final char[] OF_CP932 = new char[0x10000];
    private static final char[] CP932 = new char[0x10000];
    private static final char[] OF_0212 = new char[ROWS * ROWS];
    private static final char[] TO_0208 = new char[0x10000];
    private static final char[] TO_0212 = new char[0x10000];

    static {
        readCp932();
        read0212();
    }

    private Jis() {}

    static int ofCp932(int code) {
        return OF_CP932[code];
    }

    /** The canonical code: one byte for half-width katakana, else two. */
    static int cp932(int codePoint) {
        return codePoint > 0xFFFF ? 0 : CP932[codePoint];
    }

    static int of0208(int row, int cell) {
        return OF_CP932[shifted(row, cell)];
    }

    static int of0212(int row, int cell) {
        return OF_0212[(row - 0x21) * ROWS + cell - 0x21];
    }

    /** Row and cell as two bytes of seven bits. */
    static int to0208(int codePoint) {
        return codePoint > 0xFFFF ? 0 : TO_0208[codePoint];
    }

    /** Row and cell of what JIS X 0208 and its vendor rows have not. */
    static int to0212(int codePoint) {
        return codePoint > 0xFFFF ? 0 : TO_0212[codePoint];
    }

    static boolean any(int codePoint) {
        return to0208(codePoint) != 0 || to0212(codePoint) != 0;
    }

    static boolean halfKana(int codePoint) {
        return codePoint >= 0xFF61 && codePoint <= 0xFF9F;
    }

    /** JIS X 0208 in the form of Shift_JIS (JIS X 0208:1997 appendix 1). */
    private static int shifted(int row, int cell) {
        int lead = (row - 0x21) / 2 + 0x81;
        int trail = (row & 1) == 1 ? cell + 0x1F + (cell >= 0x60 ? 1 : 0) : cell + 0x7E;
        return (lead > 0x9F ? lead + 0x40 : lead) << 8 | trail;
    }

    private static void readCp932() {
        CharsetDecoder decoder = strict("windows-31j");
        CharsetEncoder encoder = Charset.forName("windows-31j").newEncoder();
        for (int code = 0x8140; code < 0xFD00; code++) {
            OF_CP932[code] = decoded(decoder, code >> 8, code);
        }
        for (int code = 0x8140; code < 0xFD00; code++) {
            char character = OF_CP932[code];
            if (character != 0 && CP932[character] == 0) {
                CP932[character] = canonical(encoder, character, code);
            }
        }
        for (int i = 0; i < ROWS * ROWS; i++) {
            int row = 0x21 + i / ROWS;
            int cell = 0x21 + i % ROWS;
            char character = OF_CP932[shifted(row, cell)];
            if (character != 0 && TO_0208[character] == 0) {
                TO_0208[character] = (char) (row << 8 | cell);
            }
        }
        for (int value = 0xA1; value <= 0xDF; value++) {
            CP932[HALF_KANA + value] = (char) value;
        }
    }

    private static void read0212() {
        // The open form adds the IBM extensions in rows 83 and 84, where JIS X 0212 has nothing.
        CharsetDecoder decoder = strict("x-eucJP-Open");
        for (int i = 0; i < ROWS * ROWS; i++) {
            int row = 0x21 + i / ROWS;
            int cell = 0x21 + i % ROWS;
            char character = decoded(decoder, 0x8F, row | 0x80, cell | 0x80);
            OF_0212[i] = character;
            if (character != 0 && TO_0208[character] == 0) {
                TO_0212[character] = (char) (row << 8 | cell);
            }
        }
    }

    private static CharsetDecoder strict(String charset) {
        return Charset.forName(charset)
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    private static char decoded(CharsetDecoder decoder, int... bytes) {
        byte[] code = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            code[i] = (byte) bytes[i];
        }
        CharBuffer character = CharBuffer.allocate(4);
        CoderResult result = decoder.reset().decode(ByteBuffer.wrap(code), character, true);
        return result.isUnderflow() && character.position() == 1 ? character.get(0) : 0;
    }

    private static char canonical(CharsetEncoder encoder, char character, int code) {
        ByteBuffer bytes = ByteBuffer.allocate(4);
        CoderResult result = encoder.reset().encode(CharBuffer.wrap(new char[] {character}), bytes, true);
        if (result.isUnderflow() && bytes.position() == 2) {
            int written = (bytes.get(0) & 0xFF) << 8 | bytes.get(1) & 0xFF;
            if (OF_CP932[written] == character) {
                return (char) written;
            }
        }
        return (char) code;
    }
}
