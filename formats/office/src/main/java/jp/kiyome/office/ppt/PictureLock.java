package jp.kiyome.office.ppt;

import jp.kiyome.office.crypto.rc4.Keystream;
import jp.kiyome.office.record.Numbers;

/** The pieces of a picture that are locked one by one, each from the beginning of one key ([MS-PPT] 2.3.7). Stateless. */
final class PictureLock {

    private static final int HEAD = 8;
    private static final int DIGEST = 16;
    private static final int METAFILE_HEAD = 34;
    private static final int FIRST_METAFILE = 0xF01A;
    private static final int LAST_METAFILE = 0xF01C;

    private PictureLock() {}

    /** Opens a record in place; returns where the next one begins, or -1 where this is none. */
    static int open(Keystream keys, byte[] stream, int at) {
        if (at > stream.length - HEAD) {
            return -1;
        }
        keys.block(0, stream, at, at + HEAD);
        long end = at + HEAD + Numbers.u32(stream, at + 4);
        if (end > stream.length) {
            return -1;
        }
        body(keys, stream, at, (int) end);
        return (int) end;
    }

    /** Locks a record in place. */
    static void lock(Keystream keys, byte[] stream, int at, int end) {
        body(keys, stream, at, end);
        keys.block(0, stream, at, at + HEAD);
    }

    private static void body(Keystream keys, byte[] stream, int at, int end) {
        int instance = Numbers.u16(stream, at) >> 4;
        int type = Numbers.u16(stream, at + 2);
        boolean metafile = type >= FIRST_METAFILE && type <= LAST_METAFILE;
        int digests = (instance & 1) + 1;
        int from = at + HEAD;
        for (int i = 0; i < digests; i++) {
            from = piece(keys, stream, from, DIGEST, end);
        }
        from = piece(keys, stream, from, metafile ? METAFILE_HEAD : 1, end);
        piece(keys, stream, from, end - from, end);
    }

    private static int piece(Keystream keys, byte[] stream, int from, int length, int end) {
        int to = Math.min(end, from + length);
        keys.block(0, stream, from, to);
        return to;
    }
}
