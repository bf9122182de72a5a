package jp.kiyome.image.emf;

import jp.kiyome.core.content.Content;
import jp.kiyome.image.metafile.Field;
import jp.kiyome.image.metafile.RecordDraft;
import jp.kiyome.image.metafile.RecordInput;

/** Runs of text ([MS-EMF] 2.2.5 EmrText): letters, and how far apart they stand. Stateless. */
final class EmfText {

    private static final int OPTIONS = 0x13F96;
    private static final int NO_RECTANGLE = 0x100;
    private static final int SMALL_LETTERS = 0x200;
    private static final int BOTH_DISTANCES = 0x2000;

    private EmfText() {}

    static Field<EmfFile> one(boolean wide) {
        return (in, draft, file) -> run(in, draft, wide ? 2 : 1);
    }

    static Field<EmfFile> several(boolean wide) {
        return (in, draft, file) -> {
            int count = in.i32();
            draft.numbers(4, count);
            if (in.has(count, 40)) {
                for (int i = 0; i < count && in.ok(); i++) {
                    run(in, draft, wide ? 2 : 1);
                }
            }
        };
    }

    private static void run(RecordInput in, RecordDraft draft, int letterBytes) {
        int x = in.i32();
        int y = in.i32();
        int letters = in.i32();
        int textAt = in.i32();
        int options = options(in, draft);
        int[] rectangle = {in.i32(), in.i32(), in.i32(), in.i32()};
        int distancesAt = in.i32();
        if ((options & NO_RECTANGLE) != 0) {
            rectangle = new int[4];
        }
        draft.numbers(4, x, y, letters);
        int[] text = draft.numbers(4, 0, options);
        draft.numbers(4, rectangle);
        int[] distances = draft.numbers(4, 0);
        if (!in.has(letters, letterBytes) || letters == 0) {
            return;
        }
        int each = (options & BOTH_DISTANCES) != 0 ? 2 : 1;
        draft.afterwards(() -> {
            Content stored = in.part(textAt, letters * letterBytes);
            draft.pointed(text, 0, letterBytes, values(stored, letterBytes));
            if (distancesAt != 0) {
                Content between = in.part(distancesAt, letters * each * 4);
                draft.pointed(distances, 0, 4, values(between, 4));
            }
        });
    }

    /** [MS-EMF] 2.3.5.37 EMR_SMALLTEXTOUT: no distances, letters of 8 or 16 bits. */
    static void small(RecordInput in, RecordDraft draft, EmfFile file) {
        int x = in.i32();
        int y = in.i32();
        int letters = in.i32();
        int options = options(in, draft);
        int mode = in.i32();
        if (mode != 1 && mode != 2) {
            in.refuse("metafile.value");
        }
        int[] scales = {in.i32(), in.i32()};
        draft.numbers(4, x, y, letters, options, mode);
        draft.numbers(4, scales);
        if ((options & NO_RECTANGLE) == 0) {
            draft.numbers(4, in.i32(), in.i32(), in.i32(), in.i32());
        }
        int letterBytes = (options & SMALL_LETTERS) != 0 ? 1 : 2;
        if (in.has(letters, letterBytes)) {
            int[] text = new int[letters];
            for (int i = 0; i < letters; i++) {
                text[i] = in.number(letterBytes);
            }
            draft.numbers(letterBytes, text);
        }
    }

    private static int options(RecordInput in, RecordDraft draft) {
        int options = in.i32();
        if ((options & ~OPTIONS) != 0) {
            draft.undefined();
        }
        return options & OPTIONS;
    }

    private static int[] values(Content stored, int bytes) {
        RecordInput in = new RecordInput(stored, 0);
        int[] values = new int[(int) (stored.size() / bytes)];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.number(bytes);
        }
        return values;
    }
}
