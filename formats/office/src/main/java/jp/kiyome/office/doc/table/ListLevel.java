package jp.kiyome.office.doc.table;

import java.util.List;
import jp.kiyome.office.doc.raw.In;
import jp.kiyome.office.doc.raw.Out;
import jp.kiyome.office.doc.sprm.Sprm;
import jp.kiyome.office.doc.sprm.SprmFilter;

/**
 * A level of a list ([MS-DOC] 2.9.149, LVL).
 *
 * @param start the first number
 * @param format of numbers, as [MS-OSHARED] 2.2.1.3 counts them
 * @param flags alignment and how it numbers
 * @param numbers where in the text the numbers of levels stand, nine places from 1 on; 0 for none
 * @param follow what comes behind: a tab, a space or nothing
 * @param indent of older versions
 * @param restart the level after which numbers start again
 * @param text with the levels' own numbers where their numbers stand
 */
// Nobody compares two of them.
@SuppressWarnings("ArrayRecordComponent")
public record ListLevel(
        int start,
        int format,
        int flags,
        byte[] numbers,
        int follow,
        int indent,
        int space,
        int restart,
        List<Sprm> paragraphs,
        List<Sprm> characters,
        String text) {

    private static final int LEVELS = 9;
    private static final int LONGEST = 255;

    /** Alignment, legal numbers, no restart, old indents (2.9.150). */
    private static final int FLAGS = 0x7F;

    static ListLevel read(In in, SprmFilter filter) {
        int start = in.i32();
        int format = in.u8();
        int flags = in.u8() & FLAGS;
        byte[] numbers = in.bytes(LEVELS);
        int follow = Math.min(2, in.u8());
        int indent = in.i32();
        int space = in.i32();
        int characters = in.u8();
        int paragraphs = in.u8();
        int restart = in.u8();
        in.u8();
        List<Sprm> ofParagraphs = filter.keep(Sprm.read(in.part(paragraphs)), SprmFilter.OF_PARAGRAPHS);
        List<Sprm> ofCharacters = filter.keep(Sprm.read(in.part(characters)), SprmFilter.OF_CHARACTERS);
        String text = text(in.utf16(in.u16()));
        return new ListLevel(
                Math.clamp(start, 0, 32767),
                format,
                flags,
                inside(numbers, text),
                follow,
                indent,
                space,
                Math.min(LEVELS, restart),
                ofParagraphs,
                ofCharacters,
                text);
    }

    /** Numbers of levels and what can be seen. */
    private static String text(String raw) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(LONGEST, raw.length()); i++) {
            char c = raw.charAt(i);
            text.append(c >= LEVELS && c < ' ' ? ' ' : c);
        }
        return text.toString();
    }

    private static byte[] inside(byte[] numbers, String text) {
        byte[] inside = new byte[LEVELS];
        for (int i = 0; i < LEVELS; i++) {
            int at = numbers[i] & 0xFF;
            inside[i] = at >= 1 && at <= text.length() && text.charAt(at - 1) < LEVELS ? numbers[i] : 0;
        }
        return inside;
    }

    void write(Out out) {
        byte[] ofParagraphs = Sprm.written(paragraphs);
        byte[] ofCharacters = Sprm.written(characters);
        out.i32(start)
                .u8(format)
                .u8(flags)
                .bytes(numbers)
                .u8(follow)
                .i32(indent)
                .i32(space);
        out.u8(ofCharacters.length).u8(ofParagraphs.length).u8(restart).u8(0);
        out.bytes(ofParagraphs).bytes(ofCharacters).u16(text.length()).utf16(text);
    }
}
