package jp.kiyome.office.xls.biff;

import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Refusal;

/**
 * Walks over the records of a stream ([MS-XLS] 2.1.4): a number, a size, and so many bytes. Memory: one window, whatever the size
 * of the stream. Not thread-safe.
 */
public final class RecordReader {

    /** Bytes of data that one record may have; more stand in records named Continue. */
    public static final int MOST = 8224;

    /** The number of the record that goes on with the one before. */
    public static final int CONTINUE = 0x003C;

    private static final int HEADER = 4;
    private static final int WINDOW = 1 << 16;

    private final Content content;
    private final byte[] window;
    private long windowAt;
    private int windowSize;
    private long at = -1;
    private long next;
    private int id = -1;
    private final RecordInput input = new RecordInput();

    /** @param at where the first record begins */
    public RecordReader(Content content, long at) {
        this.content = content;
        this.next = at;
        this.window = new byte[(int) Math.min(WINDOW, content.size())];
    }

    /**
     * Goes to the next record.
     *
     * @return false at the end of the stream; less than a header there is no record
     * @throws Refusal {@code xls.truncated} when a record ends behind the stream, {@code xls.record-size} when it is too large
     */
    public boolean next() {
        if (next > content.size() - HEADER) {
            return false;
        }
        int from = load(next, HEADER);
        id = number(from);
        int size = number(from + 2);
        if (size > MOST) {
            throw Refusal.of("xls.record-size", size + " bytes at " + next);
        }
        if (size > content.size() - next - HEADER) {
            throw Refusal.of("xls.truncated", size + " bytes wanted at " + next + " of " + content.size());
        }
        at = next;
        next += HEADER + size;
        int data = load(at + HEADER, size);
        input.over(window, data, data + size);
        return true;
    }

    /** The number of the record. */
    public int id() {
        return id;
    }

    /** Where the record begins. */
    public long position() {
        return at;
    }

    /** Where the record behind it begins. */
    public long end() {
        return next;
    }

    /** The data of the record from its first byte; valid until {@link #next}. */
    public RecordInput data() {
        return input;
    }

    /** The number of the record that {@link #next} would go to; -1 where there is none. */
    public int following() {
        return next > content.size() - HEADER ? -1 : (int) content.littleEndian(next, 2);
    }

    private int load(long from, int count) {
        if (from < windowAt || from + count > windowAt + windowSize) {
            windowAt = from;
            windowSize = (int) Math.min(window.length, content.size() - from);
            content.copy(from, window, 0, windowSize);
        }
        return (int) (from - windowAt);
    }

    private int number(int index) {
        return (window[index] & 0xFF) | (window[index + 1] & 0xFF) << 8;
    }
}
