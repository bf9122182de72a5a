package jp.kiyome.office.xls;

/** Cells as people call them. Stateless. */
final class Place {

    private Place() {}

    /** For example {@code C2} for row 1 and column 2, both counted from 0. */
    static String of(int row, int column) {
        String letters = column < 26
                ? String.valueOf((char) ('A' + column))
                : "" + (char) ('A' + column / 26 - 1) + (char) ('A' + column % 26);
        return letters + (row + 1);
    }
}
