package jp.kiyome.image.metafile;

import java.util.BitSet;
import jp.kiyome.core.content.Content;

/**
 * The bytes of one record, low byte first. Nothing outside the record is ever read. Once something was wrong it gives zeros, and
 * {@link #refusal} says why the record cannot stay. Not for sharing between threads.
 */
public final class RecordInput {

    /** Numbers of one record, bitmaps aside. */
    private static final int MOST_BYTES = 16 << 20;

    private static final int LOOKED_AT = 1 << 16;

    private final Content content;
    private final byte[] window;
    /** Parts behind the fields that something points to. */
    private final BitSet pointed = new BitSet(0);

    private long position;
    private String refusal = "";

    /**
     * Reads from a place of a record on.
     *
     * @param content the record and nothing else
     */
    public RecordInput(Content content, int position) {
        this.content = content;
        this.position = position;
        this.window = new byte[(int) Math.min(LOOKED_AT, content.size())];
        content.copy(0, window, 0, window.length);
    }

    /** Why the record goes: a kind of finding; empty as long as all is well. */
    public String refusal() {
        return refusal;
    }

    public boolean ok() {
        return refusal.isEmpty();
    }

    /** Says that the record cannot stay. The first reason counts. */
    public void refuse(String code) {
        if (refusal.isEmpty()) {
            refusal = code;
        }
    }

    public long remaining() {
        return ok() ? content.size() - position : 0;
    }

    public long position() {
        return position;
    }

    /** Whether so many numbers of so many bytes are there; asked before anything is allocated for them. */
    public boolean has(long count, int bytes) {
        if (!ok() || count < 0 || count > MOST_BYTES || count * bytes > Math.min(MOST_BYTES, remaining())) {
            refuse("metafile.damaged-record");
            return false;
        }
        return true;
    }

    public int u8() {
        if (!has(1, 1)) {
            return 0;
        }
        int value = position < window.length ? window[(int) position] & 0xFF : content.byteAt(position);
        position++;
        return value;
    }

    public int u16() {
        return u8() | u8() << 8;
    }

    public int i32() {
        return u16() | u16() << 16;
    }

    /** A number of 1, 2 or 4 bytes; without sign below 4. */
    public int number(int bytes) {
        return switch (bytes) {
            case 1 -> u8();
            case 2 -> u16();
            default -> i32();
        };
    }

    /** What stands at an offset of the record; empty, and the record refused, when that is not all behind its fixed part. */
    public Content part(int offset, int length) {
        long from = Integer.toUnsignedLong(offset);
        long size = Integer.toUnsignedLong(length);
        if (!ok() || from < position || from + size > content.size()) {
            refuse("metafile.damaged-record");
            return content.slice(0, 0);
        }
        use(from, size);
        return content.slice(from, size);
    }

    /** Everything that is left. */
    public Content rest() {
        Content rest = content.slice(position, content.size() - position);
        position = content.size();
        return rest;
    }

    /** Whether bytes that nothing refers to hold something. Looks at the first 64 KiB; what is behind counts as something. */
    public boolean hidden() {
        if (content.size() > LOOKED_AT && position < LOOKED_AT && pointed.length() < LOOKED_AT) {
            return true;
        }
        int start = (int) Math.min(position, window.length);
        for (int at = pointed.nextClearBit(start); at < window.length; at = pointed.nextClearBit(at + 1)) {
            if (window[at] != 0) {
                return true;
            }
        }
        return false;
    }

    private void use(long from, long length) {
        if (from < LOOKED_AT) {
            pointed.set((int) from, (int) Math.min(LOOKED_AT, from + length));
        }
    }
}
