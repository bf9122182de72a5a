package jp.kiyome.office.ppt;

import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.office.record.NumberReader;
import jp.kiyome.office.record.NumberWriter;
import jp.kiyome.office.record.RawRecord;
import jp.kiyome.office.record.RecordHead;

/**
 * What the stream "Current User" says ([MS-PPT] 2.3.2): where the newest edit stands, and who saved it.
 *
 * @param edit offset of the newest edit
 * @param locked whether the stream says that the document is
 * @param namesUser whether it names somebody, or holds more than it should
 */
record CurrentUser(long edit, boolean locked, boolean namesUser) {

    static final String STREAM = "Current User";

    private static final int OPEN = 0xE391_C05F;
    private static final int LOCKED = 0xF3D1_C4DF;
    private static final int FIXED = 0x14;
    private static final int VERSION = 0x03F4;
    private static final int MANY_MASTERS = 8;

    static CurrentUser read(Content stream) {
        RawRecord raw = RawRecord.at(stream, 0);
        NumberReader in = new NumberReader(raw.bytes());
        in.skip(4);
        int token = in.i32();
        long edit = Integer.toUnsignedLong(in.i32());
        int name = in.u16();
        if (!in.ok() || raw.type() != PptType.CURRENT_USER) {
            throw Refusal.of("ppt.structure", "CurrentUserAtom");
        }
        Coverage known = new Coverage();
        known.add(0, RecordHead.SIZE + FIXED + 4);
        boolean more = known.leaves(stream);
        return new CurrentUser(edit, token == LOCKED, name > 0 || more);
    }

    /** The stream, naming nobody. */
    static Content written(long edit, boolean locked) {
        return HeapContent.of(new NumberWriter()
                .u16(0)
                .u16(PptType.CURRENT_USER)
                .i32(FIXED + 4)
                .i32(FIXED)
                .i32(locked ? LOCKED : OPEN)
                .i32((int) edit)
                .u16(0)
                .u16(VERSION)
                .u8(3)
                .u8(0)
                .u16(0)
                .i32(MANY_MASTERS)
                .bytes());
    }
}
