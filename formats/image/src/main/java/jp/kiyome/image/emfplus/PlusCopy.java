package jp.kiyome.image.emfplus;

import jp.kiyome.image.metafile.RecordDraft;
import jp.kiyome.image.metafile.RecordInput;

/** Reads numbers, judges them, and puts them into a draft. Not for sharing between threads. */
final class PlusCopy {

    private final RecordInput in;
    private final RecordDraft draft;

    PlusCopy(RecordInput in, RecordDraft draft) {
        this.in = in;
        this.draft = draft;
    }

    RecordInput in() {
        return in;
    }

    RecordDraft draft() {
        return draft;
    }

    int any() {
        int value = in.i32();
        draft.numbers(4, value);
        return value;
    }

    int within(int least, int most) {
        int value = in.i32();
        if (value < least || value > most) {
            in.refuse("metafile.value");
        }
        draft.numbers(4, value);
        return value;
    }

    int flags(int mask) {
        int value = in.i32();
        if ((value & ~mask) != 0) {
            draft.undefined();
        }
        draft.numbers(4, value & mask);
        return value & mask;
    }

    void ignored() {
        if (in.i32() != 0) {
            draft.undefined();
        }
        draft.numbers(4, 0);
    }

    /** [MS-EMFPLUS] 2.2.2.19 EmfPlusGraphicsVersion. */
    void version() {
        int value = in.i32();
        if (value != 0xDBC01001 && value != 0xDBC01002) {
            in.refuse("metafile.value");
        }
        draft.numbers(4, value);
    }

    /** A count of things of so many bytes, which are there. */
    int count(int bytes) {
        int count = in.i32();
        boolean there = in.has(count, bytes);
        draft.numbers(4, there ? count : 0);
        return there ? count : 0;
    }

    void anys(int count) {
        many(count, 4, false);
    }

    void reals(int count) {
        many(count, 4, true);
    }

    void words(int count) {
        many(count, 2, false);
    }

    void octets(int count) {
        many(count, 1, false);
    }

    private void many(int count, int bytes, boolean real) {
        if (!in.has(count, bytes)) {
            return;
        }
        int[] values = new int[count];
        for (int i = 0; i < count; i++) {
            values[i] = in.number(bytes);
            if (real && !Float.isFinite(Float.intBitsToFloat(values[i]))) {
                in.refuse("metafile.value");
                return;
            }
        }
        draft.numbers(bytes, values);
    }
}
