package jp.kiyome.office.ppt;

import jp.kiyome.office.record.NumberReader;
import jp.kiyome.office.record.NumberWriter;

/**
 * Formats of paragraphs and characters: a mask, and behind it the values that it names, in an order of their own ([MS-PPT] 2.9.14,
 * 2.9.20, 2.9.27, 2.9.32). Each method reads one and writes it anew; where a value may not stand the reader refuses. Bits of a mask
 * that no value belongs to, and that say nothing here, are cleared. A number of a font that is not there is the first font's.
 *
 * @param state knows how many fonts there are
 */
record TextProps(TextState state) {

    private static final int MOST_TABS = 128;

    /** One value of a format: which bits of the mask call for it, how wide it is, and the highest it may be. */
    private record Part(int bits, int width, int highest) {

        Part(int bits, int width) {
            this(bits, width, width == 2 ? 0xFFFF : -1);
        }

        /** One whose value is the number of a font (FontIndexRef, 2.2.10). */
        static Part font(int bits) {
            return new Part(bits, 2, FONT);
        }
    }

    /** In place of the highest value: as many as there are fonts. */
    private static final int FONT = -2;

    private static final Part TABS = new Part(0x10_0000, 0);

    /** TextPFException (2.9.20). */
    private static final Part[] PARAGRAPH = {
        new Part(0x0F, 2, 0x0F), // bulletFlags
        new Part(0x80, 2), // bulletChar
        Part.font(0x10), // bulletFontRef
        new Part(0x40, 2), // bulletSize
        new Part(0x20, 4), // bulletColor
        new Part(0x800, 2, 6), // textAlignment
        new Part(0x1000, 2), // lineSpacing
        new Part(0x2000, 2), // spaceBefore
        new Part(0x4000, 2), // spaceAfter
        new Part(0x100, 2), // leftMargin
        new Part(0x400, 2), // indent
        new Part(0x8000, 2), // defaultTabSize
        TABS,
        new Part(0x1_0000, 2, 3), // fontAlign
        new Part(0xE_0000, 2, 7), // wrapFlags
        new Part(0x20_0000, 2, 1) // textDirection
    };

    private static final int PARAGRAPH_MASK = 0x3F_FDFF;

    /** Any of these bits calls for the switches of a font. */
    private static final int SWITCHES = 0xFFFF;

    /** TextCFException (2.9.14). */
    private static final Part[] CHARACTER = {
        new Part(SWITCHES, 2), // fontStyle
        Part.font(0x1_0000), // fontRef
        Part.font(0x20_0000), // oldEAFontRef
        Part.font(0x40_0000), // ansiFontRef
        Part.font(0x80_0000), // symbolFontRef
        new Part(0x2_0000, 2), // fontSize
        new Part(0x4_0000, 4), // color
        new Part(0x8_0000, 2) // position
    };

    private static final int CHARACTER_MASK = 0xEF_FFFF;
    private static final int FONT_STYLE = 0x3EB7;

    /** TextSIException (2.9.32): spelling, two languages, direction. */
    private static final Part[] LANGUAGE = {
        new Part(0x01, 2, 7), new Part(0x02, 2), new Part(0x04, 2), new Part(0x40, 2, 1),
    };

    private static final int LANGUAGE_MASK = 0x47;
    private static final int RUN_ID = 0x20;
    private static final int SMART_TAGS = 0x200;

    private static final int PICTURE_BULLET = 0x80_0000;
    private static final int NUMBER = 0x100_0000;
    private static final int HAS_NUMBER = 0x200_0000;
    private static final int RUN_OF_2002 = 0x10_0000;

    void paragraph(NumberReader in, NumberWriter out) {
        int mask = in.i32();
        out.i32(mask & PARAGRAPH_MASK);
        for (Part part : PARAGRAPH) {
            if ((mask & part.bits()) != 0) {
                if (part.width() == TABS.width()) {
                    tabs(in, out);
                } else {
                    value(part, in, out);
                }
            }
        }
    }

    void character(NumberReader in, NumberWriter out) {
        int mask = in.i32();
        out.i32(mask & CHARACTER_MASK);
        for (Part part : CHARACTER) {
            if ((mask & part.bits()) != 0) {
                if (part.bits() == SWITCHES) {
                    out.u16(in.u16() & FONT_STYLE);
                } else {
                    value(part, in, out);
                }
            }
        }
    }

    void language(NumberReader in, NumberWriter out) {
        int mask = in.i32();
        out.i32(mask & LANGUAGE_MASK);
        for (Part part : LANGUAGE) {
            if ((mask & part.bits()) != 0) {
                value(part, in, out);
            }
        }
        if ((mask & RUN_ID) != 0) {
            in.skip(4);
        }
        if ((mask & SMART_TAGS) != 0) {
            int count = in.i32();
            in.skip(in.has(count, 4) ? count * 4 : 0);
        }
    }

    /** TextPFException9 (2.9.22): how paragraphs are numbered; pictures for bullets do not stay. */
    void paragraph9(NumberReader in, NumberWriter out) {
        int mask = in.i32();
        out.i32(mask & (HAS_NUMBER | NUMBER));
        if ((mask & PICTURE_BULLET) != 0) {
            in.skip(2);
        }
        if ((mask & HAS_NUMBER) != 0) {
            value(new Part(0, 2, 1), in, out);
        }
        if ((mask & NUMBER) != 0) {
            value(new Part(0, 2, 40), in, out);
            out.u16(in.u16());
        }
    }

    /** TextCFException9 (2.9.16). */
    void character9(NumberReader in, NumberWriter out) {
        int mask = in.i32();
        out.i32(mask & RUN_OF_2002);
        if ((mask & RUN_OF_2002) != 0) {
            out.i32(in.i32() & 0x0F);
        }
    }

    /** A list of tab stops (2.9.21). */
    void tabs(NumberReader in, NumberWriter out) {
        int count = in.u16();
        if (count > MOST_TABS || !in.has(count, 4)) {
            in.refuse();
            return;
        }
        out.u16(count);
        for (int i = 0; i < count; i++) {
            out.u16(in.u16());
            value(new Part(0, 2, 3), in, out);
        }
    }

    private void value(Part part, NumberReader in, NumberWriter out) {
        int value = in.number(part.width());
        if (part.highest() == FONT) {
            out.u16(state.font(value));
            return;
        }
        if (part.width() == 2 && value > part.highest()) {
            in.refuse();
        }
        out.number(part.width(), value);
    }
}
