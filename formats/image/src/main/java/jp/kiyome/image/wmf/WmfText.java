package jp.kiyome.image.wmf;

import jp.kiyome.image.metafile.RecordDraft;
import jp.kiyome.image.metafile.RecordInput;

/** Runs of text: letters of the font's character set, each run filled up to a word. Stateless. */
final class WmfText {

    private static final int OPTIONS = 0x2C96;
    private static final int WITH_RECTANGLE = 0x6;

    private WmfText() {}

    /** [MS-WMF] 2.3.3.20 META_TEXTOUT. */
    static void plain(RecordInput in, RecordDraft draft, WmfFile file) {
        int length = in.u16();
        draft.numbers(2, length);
        letters(length, in, draft);
        draft.numbers(2, in.u16(), in.u16());
    }

    /** [MS-WMF] 2.3.3.5 META_EXTTEXTOUT: maybe a rectangle, maybe the letters' distances. */
    static void spaced(RecordInput in, RecordDraft draft, WmfFile file) {
        int y = in.u16();
        int x = in.u16();
        int length = in.u16();
        int options = in.u16();
        if ((options & ~OPTIONS) != 0) {
            draft.undefined();
        }
        draft.numbers(2, y, x, length, options & OPTIONS);
        if ((options & WITH_RECTANGLE) != 0) {
            draft.numbers(2, in.u16(), in.u16(), in.u16(), in.u16());
        }
        letters(length, in, draft);
        if (length > 0 && in.remaining() >= 2L * length) {
            int[] distances = new int[length];
            for (int i = 0; i < length; i++) {
                distances[i] = in.u16();
            }
            draft.numbers(2, distances);
        }
    }

    private static void letters(int length, RecordInput in, RecordDraft draft) {
        if (!in.has(length, 1)) {
            return;
        }
        int[] letters = new int[length + (length & 1)];
        for (int i = 0; i < length; i++) {
            letters[i] = in.u8();
        }
        if (letters.length > length && in.remaining() > 0 && in.u8() != 0) {
            draft.undefined();
        }
        draft.numbers(1, letters);
    }
}
