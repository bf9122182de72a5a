package jp.kiyome.office.ppt;

import jp.kiyome.office.record.NumberReader;
import jp.kiyome.office.record.NumberWriter;

/**
 * Bodies of records about text, read and written anew; where something may not stand the reader refuses.
 *
 * @param props reads the formats in them
 */
record TextAtoms(TextProps props) {

    private static final int LEVELS = 5;
    private static final int FONT_NAME = 32;
    private static final int DATE_FORMAT = 64;

    /**
     * Runs of paragraphs, then of characters ([MS-PPT] 2.9.44 to 2.9.46). Runs that go past the text are cut at its end.
     *
     * @param length characters of the text, with the end that every text has
     */
    byte[] style(NumberReader in, int length) {
        NumberWriter out = new NumberWriter();
        for (int left = length; left > 0 && in.remaining() >= 10; ) {
            int count = count(in, left, out);
            level(in, out);
            props.paragraph(in, out);
            left -= count;
        }
        for (int left = length; left > 0 && in.remaining() >= 8; ) {
            int count = count(in, left, out);
            props.character(in, out);
            left -= count;
        }
        return out.bytes();
    }

    /** Languages of runs (2.9.53). */
    byte[] languages(NumberReader in, int length) {
        NumberWriter out = new NumberWriter();
        for (int left = length; left > 0 && in.remaining() >= 8; ) {
            int count = count(in, left, out);
            props.language(in, out);
            left -= count;
        }
        return out.bytes();
    }

    /** Levels of runs on a master (2.9.36). */
    byte[] indents(NumberReader in, int length) {
        NumberWriter out = new NumberWriter();
        for (int left = length; left > 0 && in.remaining() >= 6; ) {
            int count = count(in, left, out);
            level(in, out);
            left -= count;
        }
        return out.bytes();
    }

    private static int count(NumberReader in, int left, NumberWriter out) {
        int count = in.i32();
        if (count <= 0) {
            in.refuse();
            return left;
        }
        int fitting = Math.min(count, left);
        out.i32(fitting);
        return fitting;
    }

    private static void level(NumberReader in, NumberWriter out) {
        int level = in.u16();
        if (level >= LEVELS) {
            in.refuse();
        }
        out.u16(level);
    }

    /** Levels of a kind of text (2.9.35). */
    byte[] masterStyle(NumberReader in, int kind) {
        NumberWriter out = new NumberWriter();
        int levels = in.u16();
        if (levels > LEVELS) {
            in.refuse();
            return new byte[0];
        }
        out.u16(levels);
        for (int i = 0; i < levels; i++) {
            if (kind >= LEVELS) {
                level(in, out);
            }
            props.paragraph(in, out);
            props.character(in, out);
        }
        return out.bytes();
    }

    byte[] characterDefaults(NumberReader in) {
        NumberWriter out = new NumberWriter();
        props.character(in, out);
        return out.bytes();
    }

    byte[] paragraphDefaults(NumberReader in) {
        in.skip(2);
        NumberWriter out = new NumberWriter().u16(0);
        props.paragraph(in, out);
        return out.bytes();
    }

    byte[] languageDefaults(NumberReader in) {
        NumberWriter out = new NumberWriter();
        props.language(in, out);
        return out.bytes();
    }

    /** Tabs and margins (2.9.28, 2.9.29). */
    byte[] ruler(NumberReader in) {
        int mask = in.i32() & 0x1FFF;
        NumberWriter out = new NumberWriter().i32(mask);
        if ((mask & 0x02) != 0) {
            out.u16(in.u16());
        }
        if ((mask & 0x01) != 0) {
            out.u16(in.u16());
        }
        if ((mask & 0x04) != 0) {
            props.tabs(in, out);
        }
        for (int level = 0; level < LEVELS; level++) {
            if ((mask & 0x08 << level) != 0) {
                out.u16(in.u16());
            }
            if ((mask & 0x100 << level) != 0) {
                out.u16(in.u16());
            }
        }
        return out.bytes();
    }

    /** A font: its name and how it is chosen (2.9.9). What is saved of the font itself does not stay. */
    byte[] font(NumberReader in) {
        String name = upToZero(in.text(FONT_NAME));
        NumberWriter out = new NumberWriter().text(name).zeros((FONT_NAME - name.length()) * 2);
        out.u8(in.u8());
        in.skip(1);
        return out.u8(0).u8(in.u8() & 0x0F).u8(in.u8()).bytes();
    }

    /** Where a date stands and how it is written (2.9.54). */
    byte[] dateFormat(NumberReader in, int length) {
        int place = in.i32();
        if (place < 0 || place >= length) {
            in.refuse();
        }
        NumberWriter out = new NumberWriter().i32(place);
        String format = upToZero(in.text(DATE_FORMAT));
        return out.text(format).zeros((DATE_FORMAT - format.length()) * 2).bytes();
    }

    private static String upToZero(String text) {
        int end = text.indexOf('\0');
        return PlainText.of(end < 0 ? text : text.substring(0, end)).text();
    }

    /** Numbers of paragraphs, run by run (2.9.66, 2.9.67). */
    byte[] style9(NumberReader in) {
        NumberWriter out = new NumberWriter();
        while (in.remaining() >= 12) {
            props.paragraph9(in, out);
            props.character9(in, out);
            props.language(in, out);
        }
        return out.bytes();
    }

    /** Numbers of paragraphs on a master, level by level (2.9.71, 2.9.72). */
    byte[] masterStyle9(NumberReader in, int kind) {
        NumberWriter out = new NumberWriter();
        int levels = in.u16();
        if (levels > LEVELS) {
            in.refuse();
            return new byte[0];
        }
        out.u16(levels);
        for (int i = 0; i < levels; i++) {
            if (kind >= LEVELS) {
                level(in, out);
            }
            props.paragraph9(in, out);
            props.character9(in, out);
        }
        return out.bytes();
    }

    /** Numbers of paragraphs that have no other (2.9.74). */
    byte[] defaults9(NumberReader in) {
        NumberWriter out = new NumberWriter();
        props.character9(in, out);
        props.paragraph9(in, out);
        return out.bytes();
    }
}
