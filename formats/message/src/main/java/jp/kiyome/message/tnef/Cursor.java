package jp.kiyome.message.tnef;

import java.util.UUID;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Refusal;

/** Reads numbers and stretches one behind the other; never past the end. Not thread-safe. */
final class Cursor {

    private final Content content;
    private long at;

    Cursor(Content content) {
        this.content = content;
    }

    long left() {
        return content.size() - at;
    }

    long number(int bytes) {
        require(bytes);
        long number = content.littleEndian(at, bytes);
        at += bytes;
        return number;
    }

    /** [MS-DTYP] 2.3.4.2. */
    UUID guid() {
        long first = number(4) << 32 | number(2) << 16 | number(2);
        return new UUID(first, Long.reverseBytes(number(8)));
    }

    Content take(long length) {
        require(length);
        Content taken = content.slice(at, length);
        at += length;
        return taken;
    }

    /** Up to the next multiple of four. */
    void pad(long length) {
        long padding = -length & 3;
        take(Math.min(padding, left()));
    }

    private void require(long length) {
        if (length < 0 || length > left()) {
            throw damaged(length + " bytes wanted of " + left());
        }
    }

    static Refusal damaged(String what) {
        return Refusal.of("message.tnef-damaged", what);
    }
}
