package jp.kiyome.pdf;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jp.kiyome.core.content.Content;

/**
 * Where a file's {@code %PDF-} stands (ISO 32000-2, 7.5.2). Readers accept it within the first 1,024 bytes.
 *
 * @param offset bytes before it
 */
record Header(long offset) {

    private static final int LOOKED_AT = 1024;
    private static final byte[] MARK = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "%%EOF".getBytes(StandardCharsets.US_ASCII);

    /** Files that may hold a whole PDF near their start and are opened as what they are. */
    private static final List<byte[]> CONTAINERS = List.of(
            new byte[] {'P', 'K', 3, 4},
            new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0},
            new byte[] {'R', 'a', 'r', '!'},
            new byte[] {'7', 'z', (byte) 0xBC, (byte) 0xAF});

    static Optional<Header> of(Content content) {
        byte[] start = bytes(content, 0, LOOKED_AT);
        int at = find(start, MARK, 0);
        boolean plausible = at == 0
                || at > 0
                        && find(tail(content), END, 0) >= 0
                        && CONTAINERS.stream().noneMatch(c -> begins(start, c))
                        && !tape(start);
        return plausible ? Optional.of(new Header(at)) : Optional.empty();
    }

    /** Whether it begins with a header of a tape archive (POSIX.1-2017, pax). */
    private static boolean tape(byte[] start) {
        return start.length > 262 && new String(start, 257, 5, StandardCharsets.US_ASCII).equals("ustar");
    }

    /** Whether more than white space follows the last {@code %%EOF}. */
    static boolean trailing(Content content) {
        byte[] tail = tail(content);
        int last = -1;
        for (int at = find(tail, END, 0); at >= 0; at = find(tail, END, at + 1)) {
            last = at;
        }
        for (int i = last + END.length; last >= 0 && i < tail.length; i++) {
            if (tail[i] != '\r' && tail[i] != '\n' && tail[i] != ' ' && tail[i] != 0) {
                return true;
            }
        }
        return last < 0;
    }

    private static byte[] tail(Content content) {
        return bytes(content, Math.max(0, content.size() - 2 * LOOKED_AT), 2 * LOOKED_AT);
    }

    private static byte[] bytes(Content content, long from, int most) {
        byte[] bytes = new byte[(int) Math.min(most, content.size() - from)];
        content.copy(from, bytes, 0, bytes.length);
        return bytes;
    }

    private static boolean begins(byte[] bytes, byte[] with) {
        return bytes.length >= with.length && Arrays.equals(bytes, 0, with.length, with, 0, with.length);
    }

    private static int find(byte[] bytes, byte[] word, int from) {
        for (int at = from; at + word.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + word.length, word, 0, word.length)) {
                return at;
            }
        }
        return -1;
    }
}
