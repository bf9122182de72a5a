package jp.kiyome.image.emfplus;

/** Brushes ([MS-EMFPLUS] 2.2.1.1). Stateless. */
final class PlusBrush {

    private static final int PATH = 0x1;
    private static final int TRANSFORM = 0x2;
    private static final int COLOURS = 0x4;
    private static final int FACTORS = 0x8;
    private static final int OTHER_FACTORS = 0x10;
    private static final int FOCUS = 0x40;
    private static final int KNOWN = 0xDF;

    private PlusBrush() {}

    static void read(PlusCopy copy, PlusFile file) {
        copy.version();
        switch (copy.within(0, 4)) {
            case 0 -> copy.any();
            case 1 -> {
                copy.within(0, 52);
                copy.anys(2);
            }
            case 2 -> {
                int flags = copy.flags(KNOWN);
                copy.within(0, 4);
                copy.reals((flags & TRANSFORM) != 0 ? 6 : 0);
                PlusImage.read(copy, file);
            }
            case 3 -> alongPath(copy);
            default -> linear(copy);
        }
    }

    /** 2.2.2.29 EmfPlusPathGradientBrushData. */
    private static void alongPath(PlusCopy copy) {
        int flags = copy.flags(KNOWN);
        copy.within(0, 4);
        copy.any();
        copy.reals(2);
        copy.anys(copy.count(4));
        if ((flags & PATH) != 0) {
            copy.any();
            PlusObjects.path(copy);
        } else {
            copy.reals(2 * copy.count(8));
        }
        copy.reals((flags & TRANSFORM) != 0 ? 6 : 0);
        blend(copy, flags & ~OTHER_FACTORS);
        if ((flags & FOCUS) != 0) {
            copy.within(2, 2);
            copy.reals(2);
        }
    }

    /** 2.2.2.24 EmfPlusLinearGradientBrushData. */
    private static void linear(PlusCopy copy) {
        int flags = copy.flags(KNOWN);
        copy.within(0, 4);
        copy.reals(4);
        copy.anys(2);
        // two words without meaning, in which GDI+ repeats the colours
        copy.in().i32();
        copy.in().i32();
        copy.draft().numbers(4, 0, 0);
        copy.reals((flags & TRANSFORM) != 0 ? 6 : 0);
        blend(copy, flags);
    }

    private static void blend(PlusCopy copy, int flags) {
        if ((flags & COLOURS) != 0) {
            int count = copy.count(8);
            copy.reals(count);
            copy.anys(count);
        }
        for (int factors : new int[] {FACTORS, OTHER_FACTORS}) {
            if ((flags & factors) != 0 && (flags & COLOURS) == 0) {
                int count = copy.count(8);
                copy.reals(2 * count);
            }
        }
    }
}
