package jp.kiyome.office.xlsb;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.office.xls.biff.RecordInput;

/**
 * Walks over the records of a part ([MS-XLSB] 2.1.4): a number in one or two bytes, a size in one to four, and so many bytes.
 * Memory: one window, as large as the largest record. Not thread-safe.
 */
final class RecordStream implements AutoCloseable {

    /** Bytes of data that one record may have here; the longest text of a cell has a hundredth of it. */
    static final int MOST = 1 << 24;

    private static final int WINDOW = 1 << 16;

    private final InputStream in;
    private long left;
    private byte[] window = new byte[WINDOW];
    private int at;
    private int end;
    private int id = -1;
    private final RecordInput data = RecordInput.of(new byte[0]);

    RecordStream(PartSource source) {
        this(source.open(), source.size());
    }

    /** @param size bytes that the stream has */
    RecordStream(InputStream in, long size) {
        this.in = in;
        this.left = size;
    }

    /**
     * Goes to the next record.
     *
     * @return false at the end of the part
     * @throws Refusal {@code xlsb.truncated}, {@code xlsb.record-head} for a head in more bytes than it needs,
     *     {@code xlsb.record-size}
     */
    boolean next() {
        if (!fill(1)) {
            return false;
        }
        id = number();
        int size = size();
        if (size > MOST) {
            throw Refusal.of("xlsb.record-size", size + " bytes");
        }
        if (size > left + (end - at) || !fill(size)) {
            throw Refusal.of("xlsb.truncated", size + " bytes wanted by record " + id);
        }
        data.over(window, at, at + size);
        at += size;
        return true;
    }

    int id() {
        return id;
    }

    /** The data of the record from its first byte; valid until {@link #next}. */
    RecordInput data() {
        return data;
    }

    private int number() {
        int low = octet();
        if (low < 0x80) {
            return low;
        }
        int high = octet();
        if (high == 0 || high >= 0x80) {
            throw Refusal.of("xlsb.record-head", "number");
        }
        return low & 0x7F | high << 7;
    }

    private int size() {
        int size = 0;
        for (int shift = 0; shift < 28; shift += 7) {
            int octet = octet();
            size |= (octet & 0x7F) << shift;
            if (octet < 0x80) {
                if (octet == 0 && shift > 0) {
                    throw Refusal.of("xlsb.record-head", "size");
                }
                return size;
            }
        }
        throw Refusal.of("xlsb.record-head", "size");
    }

    private int octet() {
        if (!fill(1)) {
            throw Refusal.of("xlsb.truncated", "inside the head of a record");
        }
        return window[at++] & 0xFF;
    }

    /** Whether so many bytes lie in the window, read where they do not yet. */
    private boolean fill(int count) {
        if (end - at >= count) {
            return true;
        }
        System.arraycopy(window, at, window, 0, end - at);
        end -= at;
        at = 0;
        try {
            while (end < count) {
                if (end == window.length) {
                    window = Arrays.copyOf(window, Math.min(count, 2 * window.length));
                }
                int read = in.read(window, end, window.length - end);
                if (read < 0) {
                    return false;
                }
                end += read;
                left -= read;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return true;
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
