package jp.kiyome.office.doc.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.office.crypto.rc4.Rc4Lock;
import jp.kiyome.office.doc.raw.Out;
import jp.kiyome.office.doc.text.Lengths;
import jp.kiyome.office.doc.text.Story;

/**
 * The streams of a new document: WordDocument begins with room for the FIB, the table stream with room for the header of a lock, where
 * there is to be one. Not thread-safe.
 */
public final class NewParts {

    /** Where text begins: behind the longest FIB. */
    public static final int TEXT = 2048;

    private static final int LEAST = 4096;
    private static final int HEADER = Rc4Lock.of("", List.of()).header().length;
    private static final int FIB_BACK = 0xBF;
    private static final int EXTENDED = 0x1000;
    private static final int QUICK_SAVES = 0xF0;
    private static final int PICTURES = 0x0008;
    private static final int OLD_PAGES = 0xFFFFF;
    /** Numbers of FibRgLw97 that older programs took for pages and that are always this. */
    private static final List<Integer> OLD = List.of(11, 14, 17);

    public final Out word = new Out().zeros(TEXT);
    public final Out table = new Out();
    public final Out data = new Out();
    private final Map<Integer, int[]> pairs = new TreeMap<>();
    private final Fib fib;
    private final Optional<String> password;

    public NewParts(Fib fib, Optional<String> password) {
        this.fib = fib;
        this.password = password;
        table.zeros(password.isPresent() ? HEADER : 0);
    }

    /** Writes part of the table stream, where there is something. */
    public void part(String pair, byte[] bytes) {
        part(pair, bytes, bytes.length);
    }

    /**
     * Adds a part of the table stream.
     *
     * @param counted how much of it the FIB tells of
     */
    public void part(String pair, byte[] bytes, int counted) {
        if (counted > 0) {
            pairs.put(Pair.number(pair), new int[] {table.size(), counted});
            table.bytes(bytes);
        }
    }

    /** The streams by name. */
    public Map<String, Content> finish(Lengths lengths, boolean pictures) {
        word.align(512).zeros(Math.max(0, LEAST - word.size()));
        byte[] words = word.bytes();
        byte[] head = fib(lengths, pictures, words.length);
        System.arraycopy(head, 0, words, 0, head.length);
        byte[] tables = table.bytes();
        byte[] datas = data.bytes();
        password.ifPresent(secret -> lock(secret, words, tables, datas));
        Map<String, Content> streams = new LinkedHashMap<>();
        streams.put("WordDocument", HeapContent.of(words));
        streams.put("1Table", HeapContent.of(tables));
        if (datas.length > 0) {
            streams.put("Data", HeapContent.of(datas));
        }
        return streams;
    }

    private static void lock(String secret, byte[] word, byte[] table, byte[] data) {
        Rc4Lock lock = Rc4Lock.of(secret, List.of(word, table, data));
        lock.keystream().stream(word, Parts.OPEN, word.length, Parts.BLOCK);
        lock.keystream().stream(table, HEADER, table.length, Parts.BLOCK);
        lock.keystream().stream(data, 0, data.length, Parts.BLOCK);
        System.arraycopy(lock.header(), 0, table, 0, HEADER);
    }

    private byte[] fib(Lengths lengths, boolean pictures, int size) {
        FibVersion version = fib.version();
        int flags = fib.flags() & (Fib.TEMPLATE | Fib.EAST_ASIAN) | EXTENDED | QUICK_SAVES | Fib.WHICH_TABLE;
        flags |= (pictures ? PICTURES : 0) | (password.isPresent() ? Fib.ENCRYPTED : 0);
        Out out = new Out();
        out.u16(Fib.MAGIC)
                .u16(0xC1)
                .u16(0)
                .u16(fib.language())
                .u16(0)
                .u16(flags)
                .u16(FIB_BACK);
        out.i32(password.isPresent() ? HEADER : 0).zeros(6).i32(TEXT).i32(TEXT + lengths.total());
        out.u16(14).zeros(26).u16(fib.eastAsian());
        out.u16(22);
        for (int i = 0; i < 22; i++) {
            out.i32(number(i, lengths, size));
        }
        out.u16(version.pairs);
        for (int i = 0; i < version.pairs; i++) {
            int[] pair = pairs.getOrDefault(i, new int[2]);
            out.i32(pair[0]).i32(pair[1]);
        }
        out.u16(version.moreWords);
        if (version.moreWords > 0) {
            out.u16(version.number).zeros((version.moreWords - 1) * 2);
        }
        return out.bytes();
    }

    private static int number(int index, Lengths lengths, int size) {
        if (index == 0) {
            return size;
        }
        for (Story story : Story.values()) {
            if (story.field() == index) {
                return lengths.of(story);
            }
        }
        return OLD.contains(index) ? OLD_PAGES : 0;
    }
}
