package jp.kiyome.office.xls;

import java.util.Optional;

/**
 * What stands for a shape in a sheet.
 *
 * @param id the number that a note has for it
 * @param records its Obj record and the chart behind it, written anew
 * @param text its TxO record and what it goes on in, written anew
 */
// Nobody compares two of these.
@SuppressWarnings("ArrayRecordComponent")
record SheetObject(int id, boolean note, byte[] records, Optional<byte[]> text) {

    SheetObject with(byte[] written) {
        return new SheetObject(id, note, records, Optional.of(written));
    }

    SheetObject behind(byte[] chart) {
        byte[] both = java.util.Arrays.copyOf(records, records.length + chart.length);
        System.arraycopy(chart, 0, both, records.length, chart.length);
        return new SheetObject(id, note, both, text);
    }
}
