package jp.kiyome.office.ppt;

import java.util.Map;
import java.util.TreeMap;
import jp.kiyome.core.content.Content;
import jp.kiyome.office.record.RawRecord;
import jp.kiyome.office.record.RecordHead;

/** Which bytes of a stream were read. Not thread-safe. */
final class Coverage {

    private static final int BUFFER = 1 << 16;

    private final Map<Long, Long> ends = new TreeMap<>();

    /** Says that a record was read. */
    void add(RawRecord raw) {
        add(raw.offset(), raw.offset() + RecordHead.SIZE + raw.head().length());
    }

    void add(long from, long to) {
        ends.merge(from, to, Math::max);
    }

    /** Whether bytes that were not read hold something. */
    boolean leaves(Content stream) {
        long at = 0;
        for (Map.Entry<Long, Long> range : ends.entrySet()) {
            if (range.getKey() > at && holds(stream, at, range.getKey())) {
                return true;
            }
            at = Math.max(at, range.getValue());
        }
        return at < stream.size() && holds(stream, at, stream.size());
    }

    private static boolean holds(Content stream, long from, long to) {
        byte[] buffer = new byte[(int) Math.min(BUFFER, to - from)];
        for (long at = from; at < to; ) {
            int length = (int) Math.min(buffer.length, to - at);
            stream.copy(at, buffer, 0, length);
            for (int i = 0; i < length; i++) {
                if (buffer[i] != 0) {
                    return true;
                }
            }
            at += length;
        }
        return false;
    }
}
