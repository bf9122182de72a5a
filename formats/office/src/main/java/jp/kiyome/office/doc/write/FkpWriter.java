package jp.kiyome.office.doc.write;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.office.doc.raw.Out;

/**
 * Fills formatted disk pages of 512 bytes, as full as they go ([MS-DOC] 2.9.33, 2.9.174). Not thread-safe.
 *
 * <p>An entry of a page is one byte, the place of its format in words, and for paragraphs twelve bytes of layout, which are zero.
 */
final class FkpWriter {

    private static final int PAGE = 512;
    private static final int MOST = 255;

    private final int entry;
    private final List<byte[]> pages = new ArrayList<>();
    private final List<Integer> firsts = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();
    private final List<Integer> offsets = new ArrayList<>();
    private final Map<ByteBuffer, Integer> formats = new HashMap<>();
    private byte[] page = new byte[PAGE];
    private int free = PAGE - 1;

    /** @param entry bytes of an entry: 1 or 13 */
    FkpWriter(int entry, int from) {
        this.entry = entry;
        places.add(from);
    }

    /** The longest format that a page has room for. */
    static int room(int entry) {
        return PAGE - 1 - 8 - entry - 1;
    }

    /** @param format with its own length in front; empty for none */
    void add(int to, byte[] format) {
        if (!fits(format)) {
            flush();
            if (!fits(format)) {
                throw Refusal.of("doc.format-size", Integer.toString(format.length));
            }
        }
        offsets.add(format.length == 0 ? 0 : place(format) / 2);
        places.add(to);
    }

    private boolean fits(byte[] format) {
        int heads = (offsets.size() + 2) * 4 + (offsets.size() + 1) * entry;
        boolean known = format.length == 0 || formats.containsKey(key(format));
        int start = known ? free : (free - format.length) & ~1;
        return start >= heads && offsets.size() < MOST;
    }

    private int place(byte[] format) {
        return formats.computeIfAbsent(key(format), any -> {
            free = (free - format.length) & ~1;
            System.arraycopy(format, 0, page, free, format.length);
            return free;
        });
    }

    private static ByteBuffer key(byte[] format) {
        return ByteBuffer.wrap(format);
    }

    private void flush() {
        Out head = new Out();
        places.forEach(head::i32);
        offsets.forEach(offset -> head.u8(offset).zeros(entry - 1));
        System.arraycopy(head.bytes(), 0, page, 0, head.size());
        page[PAGE - 1] = (byte) offsets.size();
        firsts.add(places.getFirst());
        pages.add(page);
        int last = places.getLast();
        places.clear();
        places.add(last);
        offsets.clear();
        formats.clear();
        page = new byte[PAGE];
        free = PAGE - 1;
    }

    /** Writes the pages, and returns the table that leads to them ([MS-DOC] 2.8.5, 2.8.6). */
    byte[] finish(Out stream) {
        if (!offsets.isEmpty()) {
            flush();
        }
        Out bins = new Out();
        firsts.forEach(bins::i32);
        bins.i32(places.getLast());
        for (byte[] full : pages) {
            bins.i32(stream.align(PAGE).size() / PAGE);
            stream.bytes(full);
        }
        return bins.bytes();
    }
}
