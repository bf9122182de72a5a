package jp.kiyome.image.emf;

import jp.kiyome.image.metafile.RecordDraft;
import jp.kiyome.image.metafile.RecordInput;

/** A font's description ([MS-EMF] 2.2.13 LogFont, written as 2.2.16 LogFontPanose): only the LogFont holds anything. Stateless. */
final class EmfFont {

    private static final int NAME = 32;
    private static final int FULL_NAME_AND_STYLE = (64 + 32) * 2;
    private static final int NUMBERS_AND_PANOSE = 24 + 12;

    private EmfFont() {}

    static void read(RecordInput in, RecordDraft draft, EmfFile file) {
        int[] measures = new int[5];
        for (int i = 0; i < measures.length; i++) {
            measures[i] = in.i32();
        }
        int[] looks = new int[8];
        for (int i = 0; i < looks.length; i++) {
            looks[i] = in.u8();
        }
        int[] name = new int[NAME];
        boolean ended = false;
        for (int i = 0; i < NAME; i++) {
            int letter = in.u16();
            ended |= letter == 0 || i == NAME - 1;
            if (ended && letter != 0) {
                draft.undefined();
            }
            name[i] = ended ? 0 : letter;
        }
        if (in.ok()) {
            in.rest();
        }
        draft.numbers(4, measures);
        draft.numbers(1, looks);
        draft.numbers(2, name);
        draft.numbers(1, new int[FULL_NAME_AND_STYLE + NUMBERS_AND_PANOSE]);
    }
}
