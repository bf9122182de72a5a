package jp.kiyome.image.wmf;

import jp.kiyome.image.metafile.RecordDraft;
import jp.kiyome.image.metafile.RecordInput;

/** A region as rows of spans ([MS-WMF] 2.2.1.5 Region, 2.2.1.6 Scan). Stateless. */
final class WmfRegion {

    private static final int TYPE = 6;
    private static final int HEAD = 22;

    private WmfRegion() {}

    static void read(RecordInput in, RecordDraft draft, WmfFile file) {
        if (in.u16() != 0) {
            draft.undefined();
        }
        int type = in.u16();
        if (in.i32() != 0) {
            draft.undefined();
        }
        in.u16();
        int scans = in.u16();
        in.u16();
        int[] bounds = {in.u16(), in.u16(), in.u16(), in.u16()};
        if (type != TYPE || !in.has(scans, 8)) {
            in.refuse("metafile.damaged-record");
            return;
        }
        draft.numbers(2, 0, TYPE);
        draft.numbers(4, 0);
        int[] size = draft.numbers(2, 0, scans, 0);
        draft.numbers(2, bounds);
        int bytes = HEAD;
        int most = 0;
        for (int i = 0; i < scans && in.ok(); i++) {
            int count = scan(in, draft);
            bytes += 8 + 2 * count;
            most = Math.max(most, count);
        }
        size[0] = bytes & 0xFFFF;
        size[2] = most;
    }

    private static int scan(RecordInput in, RecordDraft draft) {
        int count = in.u16();
        int top = in.u16();
        int bottom = in.u16();
        if (count % 2 != 0 || !in.has(count, 2)) {
            in.refuse("metafile.damaged-record");
            return 0;
        }
        int[] sides = new int[count];
        for (int i = 0; i < count; i++) {
            sides[i] = in.u16();
        }
        if (in.u16() != count) {
            in.refuse("metafile.damaged-record");
        }
        draft.numbers(2, count, top, bottom);
        draft.numbers(2, sides);
        draft.numbers(2, count);
        return count;
    }
}
