package jp.kiyome.image.emfplus;

import java.util.List;
import jp.kiyome.image.metafile.RecordDraft;
import jp.kiyome.image.metafile.RecordInput;

/** The objects of EMF+ ([MS-EMFPLUS] 2.2.1) but images: each part by its flag, as the specification has it. Stateless. */
final class PlusObjects {

    private static final List<PlusFile.Kind> KINDS = List.of(PlusFile.Kind.values());
    private static final int DEEPEST = 64;
    private static final int SMALL = 0x4000;

    private PlusObjects() {}

    /**
     * Reads the object that takes up the rest of the record.
     *
     * @param type as in 2.1.1.22 ObjectType
     */
    static void read(int type, RecordInput in, RecordDraft draft, PlusFile file) {
        if (type < 1 || type > KINDS.size()) {
            in.refuse("metafile.unknown-record");
            return;
        }
        PlusCopy copy = new PlusCopy(in, draft);
        switch (KINDS.get(type - 1)) {
            case BRUSH -> PlusBrush.read(copy, file);
            case PEN -> pen(copy, file);
            case PATH -> path(copy);
            case REGION -> region(copy);
            case IMAGE -> PlusImage.read(copy, file);
            case FONT -> font(copy);
            case FORMAT -> format(copy);
            case ATTRIBUTES -> attributes(copy);
        }
    }

    static PlusFile.Kind kind(int type) {
        return KINDS.get(type - 1);
    }

    /** 2.2.1.7, 2.2.2.33: caps of the file's own go, and the end is flat. */
    private static void pen(PlusCopy copy, PlusFile file) {
        copy.version();
        copy.ignored();
        int flags = copy.flags(0x7FF);
        copy.within(0, 7);
        copy.reals(1);
        copy.reals((flags & 0x1) != 0 ? 6 : 0);
        for (int flag = 0x2; flag <= 0x8; flag <<= 1) {
            copy.anys((flags & flag) != 0 ? 1 : 0);
        }
        copy.reals((flags & 0x10) != 0 ? 1 : 0);
        copy.anys((flags & 0x20) != 0 ? 1 : 0);
        copy.anys((flags & 0x40) != 0 ? 1 : 0);
        copy.reals((flags & 0x80) != 0 ? 1 : 0);
        if ((flags & 0x100) != 0) {
            copy.reals(copy.count(4));
        }
        copy.anys((flags & 0x200) != 0 ? 1 : 0);
        if ((flags & 0x400) != 0) {
            copy.reals(copy.count(4));
        }
        PlusBrush.read(copy, file);
    }

    /** 2.2.1.6: points as 16-bit or floating-point numbers, one byte each for their kinds. */
    static void path(PlusCopy copy) {
        copy.version();
        RecordInput in = copy.in();
        int count = in.i32();
        int flags = in.i32();
        boolean small = (flags & SMALL) != 0;
        if ((flags & 0x1800) != 0 || !in.has(count, small ? 5 : 9)) {
            in.refuse("metafile.value");
            return;
        }
        copy.draft().numbers(4, count, flags & SMALL);
        if (small) {
            copy.words(2 * count);
        } else {
            copy.reals(2 * count);
        }
        int[] kinds = new int[count + (-count & 3)];
        for (int i = 0; i < kinds.length && in.remaining() > 0; i++) {
            int kind = in.u8();
            kinds[i] = i < count ? kind & 0xB7 : 0;
        }
        copy.draft().numbers(1, kinds);
    }

    /** 2.2.1.8: a tree of shapes. */
    private static void region(PlusCopy copy) {
        copy.version();
        copy.any();
        node(copy, 0);
    }

    /** 2.2.2.40 EmfPlusRegionNode. */
    private static void node(PlusCopy copy, int depth) {
        int type = copy.any();
        if (depth > DEEPEST) {
            copy.in().refuse("metafile.damaged-record");
        }
        if (!copy.in().ok()) {
            return;
        }
        switch (type) {
            case 1, 2, 3, 4, 5 -> {
                node(copy, depth + 1);
                node(copy, depth + 1);
            }
            case 0x10000000 -> copy.reals(4);
            case 0x10000001 -> {
                copy.any();
                path(copy);
            }
            case 0x10000002, 0x10000003 -> {}
            default -> copy.in().refuse("metafile.value");
        }
    }

    /** 2.2.1.3. */
    private static void font(PlusCopy copy) {
        copy.version();
        copy.reals(1);
        copy.within(0, 7);
        copy.flags(0xF);
        copy.ignored();
        copy.words(copy.count(2));
    }

    /** 2.2.1.9. */
    private static void format(PlusCopy copy) {
        copy.version();
        copy.anys(6);
        copy.reals(1);
        copy.anys(1);
        copy.reals(3);
        copy.within(0, 5);
        int tabs = copy.count(4);
        int ranges = copy.count(8);
        copy.reals(tabs);
        copy.anys(2 * ranges);
    }

    /** 2.2.1.5. */
    private static void attributes(PlusCopy copy) {
        copy.version();
        copy.ignored();
        copy.within(0, 4);
        copy.any();
        copy.within(0, 1);
        copy.ignored();
    }
}
