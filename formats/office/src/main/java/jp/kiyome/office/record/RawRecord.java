package jp.kiyome.office.record;

import java.util.ArrayList;
import java.util.List;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.Budget;

/**
 * A record as it came: nothing of it is judged yet.
 *
 * @param offset of its head, in the bytes it was read from
 * @param body as long as the head says
 */
public record RawRecord(RecordHead head, long offset, Content body) {

    /** Bytes of a body that is read as numbers or text; pictures are longer, and are not read so. */
    private static final int LONGEST = 1 << 26;

    private static final int LOOK_AT_TIME = 1 << 10;

    /**
     * Reads one record.
     *
     * @throws Refusal with {@code record.length} where it does not end inside the content
     */
    public static RawRecord at(Content content, long offset) {
        if (offset < 0 || offset > content.size() - RecordHead.SIZE) {
            throw Refusal.of("record.length", "no record at " + offset + " of " + content.size());
        }
        byte[] head = new byte[RecordHead.SIZE];
        content.copy(offset, head, 0, head.length);
        int first = Numbers.u16(head, 0);
        long length = Numbers.u32(head, 4);
        if (length > content.size() - offset - RecordHead.SIZE) {
            throw Refusal.of("record.length", length + " bytes at " + offset + " of " + content.size());
        }
        RecordHead read = new RecordHead(first & 0xF, first >> 4, Numbers.u16(head, 2), length);
        return new RawRecord(read, offset, content.slice(offset + RecordHead.SIZE, length));
    }

    /**
     * All records of a content, one behind the other.
     *
     * @throws Refusal with {@code record.length} where one does not end inside, or bytes are left that are none
     */
    public static List<RawRecord> all(Content content, Budget budget) {
        List<RawRecord> all = new ArrayList<>();
        for (long at = 0; at < content.size(); ) {
            RawRecord next = at(content, at);
            all.add(next);
            at += RecordHead.SIZE + next.head.length();
            if (all.size() % LOOK_AT_TIME == 0) {
                budget.checkTime();
            }
        }
        return all;
    }

    /** The records inside. */
    public List<RawRecord> children(Budget budget) {
        return all(body, budget);
    }

    public int type() {
        return head.type();
    }

    /**
     * A copy of the body.
     *
     * @throws Refusal with {@code record.length} when it is longer than numbers or texts are
     */
    public byte[] bytes() {
        if (body.size() > LONGEST) {
            throw Refusal.of("record.length", Long.toString(body.size()));
        }
        byte[] bytes = new byte[(int) body.size()];
        body.copy(0, bytes, 0, bytes.length);
        return bytes;
    }
}
