package jp.kiyome.office.ooxml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import jp.kiyome.container.zip.ZipArchive;
import jp.kiyome.container.zip.ZipMember;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of parts. A small part that was looked through is held for the reader that comes next, so that it is inflated
 * once. Not thread-safe.
 */
final class PartBytes {

    private static final int HELD = 1 << 20;
    private static final int BUFFER = 1 << 16;

    private final ZipArchive archive;
    private @Nullable ZipMember member;
    private byte[] held = new byte[0];

    PartBytes(ZipArchive archive) {
        this.archive = archive;
    }

    InputStream open(ZipMember part) {
        return part.equals(member) ? new ByteArrayInputStream(held) : archive.open(part);
    }

    /**
     * Whether a part may have an element or attribute of a name. Names cannot be written with references, so in UTF-8 the name
     * itself has to stand there; a part in another encoding may have it.
     */
    boolean mayName(ZipMember part, String name) {
        byte[] wanted = name.getBytes(StandardCharsets.US_ASCII);
        try (InputStream in = open(part)) {
            if (part.size() > HELD) {
                return search(in, wanted);
            }
            held = in.readAllBytes();
            member = part;
            return !utf8(held, held.length) || find(held, held.length, wanted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean search(InputStream in, byte[] wanted) throws IOException {
        byte[] window = new byte[BUFFER];
        int used = in.readNBytes(window, 0, window.length);
        if (!utf8(window, used)) {
            return true;
        }
        while (used >= wanted.length) {
            if (find(window, used, wanted)) {
                return true;
            }
            int overlap = wanted.length - 1;
            System.arraycopy(window, used - overlap, window, 0, overlap);
            int count = in.readNBytes(window, overlap, window.length - overlap);
            if (count == 0) {
                return false;
            }
            used = overlap + count;
        }
        return false;
    }

    /** UTF-16 has a zero or the byte order mark among the first two bytes (XML 1.0 appendix F). */
    private static boolean utf8(byte[] bytes, int length) {
        return length < 2 || bytes[0] != 0 && bytes[1] != 0 && (bytes[0] & 0xFF) < 0xFE;
    }

    private static boolean find(byte[] bytes, int length, byte[] wanted) {
        int last = wanted.length - 1;
        byte end = wanted[last];
        for (int at = last; at < length; at++) {
            if (bytes[at] == end && java.util.Arrays.equals(bytes, at - last, at + 1, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }
}
