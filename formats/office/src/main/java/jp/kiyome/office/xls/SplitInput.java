package jp.kiyome.office.xls;

import jp.kiyome.office.xls.biff.RecordInput;
import jp.kiyome.office.xls.biff.RecordReader;

/**
 * A record and the Continue records behind it, read as one; the characters of a string that goes on begin anew with a byte that says how
 * wide they are ([MS-XLS] 2.5.293). Leaves the reader on the last of these records. Not thread-safe.
 */
final class SplitInput {

    private final RecordReader reader;
    private boolean ok = true;

    SplitInput(RecordReader reader) {
        this.reader = reader;
    }

    boolean ok() {
        return ok && reader.data().ok();
    }

    /** Whether all bytes of all of its records were read. */
    boolean atEnd() {
        return reader.data().remaining() == 0 && reader.following() != RecordReader.CONTINUE;
    }

    private RecordInput here() {
        while (reader.data().remaining() == 0 && ok) {
            ok = reader.following() == RecordReader.CONTINUE && reader.next();
        }
        return reader.data();
    }

    int u8() {
        RecordInput in = here();
        return ok ? in.u8() : 0;
    }

    int u16() {
        return u8() | u8() << 8;
    }

    int i32() {
        return u16() | u16() << 16;
    }

    /** So many bytes; nothing is allocated that is not there. */
    byte[] bytes(int count) {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        while (bytes.size() < count && ok()) {
            RecordInput in = here();
            bytes.writeBytes(ok ? in.bytes(Math.min(count - bytes.size(), in.remaining())) : new byte[0]);
        }
        return bytes.toByteArray();
    }

    /** Characters, the first of them as wide as said. */
    String characters(int count, boolean wide) {
        if (count == 0) {
            return "";
        }
        // Where nothing of it stands here, it begins in the next record, with a width of its own.
        int first = Math.min(count, reader.data().remaining() / (wide ? 2 : 1));
        String text = reader.data().characters(first, wide);
        if (text.length() == count) {
            return text;
        }
        StringBuilder whole = new StringBuilder(text);
        while (whole.length() < count && goesOn()) {
            RecordInput in = reader.data();
            boolean now = (in.u8() & 1) != 0;
            whole.append(in.characters(Math.min(count - whole.length(), in.remaining() / (now ? 2 : 1)), now));
        }
        return whole.toString();
    }

    /** To the next record, where a string goes on: half a character may not stand before it. */
    private boolean goesOn() {
        ok = ok()
                && reader.data().remaining() == 0
                && reader.following() == RecordReader.CONTINUE
                && reader.next()
                && reader.data().remaining() > 0;
        return ok;
    }
}
