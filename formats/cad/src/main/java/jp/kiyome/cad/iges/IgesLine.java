package jp.kiyome.cad.iges;

import jp.kiyome.core.finding.Refusal;

/**
 * A line of 80 columns.
 *
 * @param data columns 1 to 72, a character a byte
 * @param section the letter in column 73
 * @param number in columns 74 to 80
 */
record IgesLine(String data, char section, long number) {

    static final int DATA = 72;
    static final int WIDTH = 80;

    /** Reads one, without its end. */
    static IgesLine of(String line) {
        insist(line.length() == WIDTH, "a line that has not 80 columns");
        return new IgesLine(line.substring(0, DATA), line.charAt(DATA), integer(line.substring(DATA + 1)));
    }

    /** The integer in some columns; 0 where they are blank. */
    static long integer(String columns) {
        String digits = columns.strip();
        insist(digits.matches("[-+]?[0-9]{0,10}"), "no integer");
        return digits.isEmpty() ? 0 : Long.parseLong(digits);
    }

    static void insist(boolean sound, String otherwise) {
        if (!sound) {
            throw Refusal.of("iges.structure", otherwise);
        }
    }

    /** The columns of the eight-column field counted from 0. */
    String field(int index) {
        return data.substring(8 * index, 8 * index + 8);
    }
}
