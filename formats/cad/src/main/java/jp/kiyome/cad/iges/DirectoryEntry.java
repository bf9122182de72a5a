package jp.kiyome.cad.iges;

import java.util.Locale;

/**
 * An entry of the directory (IGES 5.3, 2.2.4.4).
 *
 * @param type field 1
 * @param from field 2, the first line of its parameters
 * @param pointers fields 3 to 8: structure, line font, level, view, transformation, label display
 * @param status field 9, eight digits
 * @param weight field 12
 * @param colour field 13
 * @param lines field 14, of its parameters
 * @param form field 15
 * @param label field 18
 * @param subscript field 19
 */
// Nobody compares two entries.
@SuppressWarnings("ArrayRecordComponent")
record DirectoryEntry(
        int type,
        long from,
        long[] pointers,
        String status,
        long weight,
        long colour,
        long lines,
        long form,
        String label,
        long subscript) {

    private static final int POINTERS = 6;
    private static final int MOST_TYPE = 99_999;

    static DirectoryEntry of(IgesLine one, IgesLine two) {
        long type = IgesLine.integer(one.field(0));
        IgesLine.insist(
                type == IgesLine.integer(two.field(0)) && type >= 0 && type <= MOST_TYPE, "an entry of two types");
        long[] pointers = new long[POINTERS];
        for (int i = 0; i < POINTERS; i++) {
            pointers[i] = IgesLine.integer(one.field(2 + i));
        }
        String status = one.field(8).replace(' ', '0');
        IgesLine.insist(status.matches("[0-9]{8}"), "no status");
        String label = two.field(7);
        return new DirectoryEntry(
                (int) type,
                IgesLine.integer(one.field(1)),
                pointers,
                status,
                IgesLine.integer(two.field(1)),
                IgesLine.integer(two.field(2)),
                IgesLine.integer(two.field(3)),
                IgesLine.integer(two.field(4)),
                label.chars().allMatch(octet -> octet >= 0x20 && octet != 0x7F) ? label : "        ",
                IgesLine.integer(two.field(8)));
    }

    /** Whether everything it points at is there. */
    boolean closed(long entries) {
        for (int i = 0; i < POINTERS; i++) {
            // Structure, line font and level are pointers when they are negative; the others always.
            long pointer = i < 3 ? -pointers[i] : pointers[i];
            if (pointer > 0 && (pointer % 2 == 0 || pointer >= 2 * entries) || i >= 3 && pointer < 0) {
                return false;
            }
        }
        return colour >= 0 || -colour % 2 == 1 && -colour < 2 * entries;
    }

    /** Nothing, in the place of an entity that went: type 0 (4.2). */
    DirectoryEntry nothing() {
        return new DirectoryEntry(0, from, new long[POINTERS], "00010000", 0, 0, lines, 0, "        ", 0);
    }

    /** The two lines' columns 1 to 72. */
    String one(long line) {
        StringBuilder columns = new StringBuilder(number(type)).append(number(line));
        for (long pointer : pointers) {
            columns.append(number(pointer));
        }
        return columns.append(status).toString();
    }

    String two(long count) {
        return number(type) + number(weight) + number(colour) + number(count) + number(form) + "                "
                + label + number(subscript);
    }

    private static String number(long value) {
        String text = String.format(Locale.ROOT, "%8d", value);
        IgesLine.insist(text.length() == 8, "a number too long for its field");
        return text;
    }
}
