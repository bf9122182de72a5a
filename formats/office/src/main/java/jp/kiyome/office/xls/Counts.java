package jp.kiyome.office.xls;

import java.util.BitSet;
import jp.kiyome.office.xls.biff.RecordInput;
import jp.kiyome.office.xls.biff.RecordReader;

/**
 * How many of each thing a workbook has that records name by number: what names one that is not there names the first, or the usual
 * one, instead, and is told. Not thread-safe.
 */
final class Counts {

    private static final int BUILT_IN_FORMATS = 164;
    private static final int CELL_FORMATS = 15;
    private static final int NO_PARENT = 0xFFF;

    /** The font of this number was never there: numbers go on behind it ([MS-XLS] 2.5.129 FontIndex). */
    private static final int GAP = 4;

    private final BitSet numberFormats = new BitSet();
    private int formats;
    private int fonts;
    private int series;
    private int groups;

    /** Counts one record of what all sheets share. */
    void global(RecordReader reader) {
        switch (reader.id()) {
            case Biff.XF -> formats++;
            case Biff.FONT -> fonts++;
            case Biff.FORMAT -> numberFormats.set(reader.data().u16());
            default -> {}
        }
    }

    /** Counts what the chart has whose BOF a reader stands on, before anything of it is read. */
    void chart(RecordReader ahead) {
        series = 0;
        groups = 0;
        while (ahead.next() && ahead.id() != Biff.EOF) {
            series += ahead.id() == Biff.SERIES ? 1 : 0;
            groups += ahead.id() == Biff.CHART_FORMAT ? 1 : 0;
        }
    }

    /** A format of a cell (2.5.325 XFIndex). */
    int format(int number, RecordInput in) {
        return there(number, Math.max(1, formats), Math.min(CELL_FORMATS, Math.max(0, formats - 1)), in);
    }

    /** The format that a format builds on; formats of styles build on none. */
    int parent(int number, RecordInput in) {
        return number == NO_PARENT ? number : there(number, Math.max(1, formats), 0, in);
    }

    boolean isFont(int number) {
        return number < Math.max(1, fonts > GAP ? fonts + 1 : fonts);
    }

    int font(int number, RecordInput in) {
        return isFont(number) ? number : there(0, 0, 0, in);
    }

    /** How a number is written (2.5.165 IFmt). */
    int numberFormat(int number, RecordInput in) {
        boolean there = number < BUILT_IN_FORMATS || numberFormats.get(number);
        return there ? number : there(0, 0, 0, in);
    }

    /** A series of the chart, from 1 on. */
    int series(int number, RecordInput in) {
        return number == 0 ? there(0, 0, 1, in) : there(number, Math.max(1, series) + 1, 1, in);
    }

    /** A series of the chart, from 0 on; charts without one name it, too. */
    int seriesFromZero(int number, RecordInput in) {
        return there(number, Math.max(1, series), 0, in);
    }

    /** A group of series (2.4.46 ChartFormat), from 0 on. */
    int group(int number, RecordInput in) {
        return there(number, Math.max(1, groups), 0, in);
    }

    private static int there(int number, int count, int otherwise, RecordInput in) {
        if (number < count) {
            return number;
        }
        in.stray();
        return otherwise;
    }
}
