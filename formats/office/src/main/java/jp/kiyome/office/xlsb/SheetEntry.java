package jp.kiyome.office.xlsb;

/**
 * A sheet as the workbook lists it ([MS-XLSB] BrtBundleSh).
 *
 * @param state 0 shown, 1 hidden, 2 hidden from those who ask
 * @param code the kind of finding under which it goes; empty when it stays
 */
record SheetEntry(int state, int number, String relationship, String name, String code) {

    boolean stays() {
        return code.isEmpty();
    }
}
