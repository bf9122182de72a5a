package jp.kiyome.testcorpus.word;

import java.util.ArrayList;
import java.util.List;
import jp.kiyome.testcorpus.zip.Bytes;

/** A formatted disk page ([MS-DOC] 2.9.33, 2.9.174). */
final class Page {

    private static final int SIZE = 512;

    private final int entry;
    private final List<Integer> places = new ArrayList<>();
    private final List<byte[]> formats = new ArrayList<>();

    /** @param entry bytes of an entry */
    Page(int entry) {
        this.entry = entry;
    }

    void add(int from, byte[] format) {
        places.add(from);
        formats.add(format);
    }

    /** @param slack put between entries and formats, where nothing is */
    byte[] finish(int end, byte[] slack) {
        byte[] page = new byte[SIZE];
        Bytes heads = new Bytes();
        places.forEach(place -> heads.u32(place));
        heads.u32(end);
        int free = SIZE - 1;
        for (byte[] format : formats) {
            free = (free - format.length) & ~1;
            System.arraycopy(format, 0, page, free, format.length);
            heads.octets(format.length == 0 ? 0 : free / 2).raw(new byte[entry - 1]);
        }
        byte[] front = heads.raw(slack).toArray();
        if (front.length > free) {
            throw new IllegalStateException("the page is full");
        }
        System.arraycopy(front, 0, page, 0, front.length);
        page[SIZE - 1] = (byte) formats.size();
        return page;
    }
}
