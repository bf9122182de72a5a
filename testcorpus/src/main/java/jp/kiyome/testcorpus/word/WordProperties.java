package jp.kiyome.testcorpus.word;

import jp.kiyome.testcorpus.zip.Bytes;

/** Properties of tables ([MS-DOC] 2.6.3), as they should be and as they should not. */
final class WordProperties {

    private WordProperties() {}

    /** A row of two cells, with what is said of the first (TDefTable, 2.9.321). */
    static byte[] row(byte[] firstCell) {
        Bytes operand =
                new Bytes().octets(2).u16(0).u16(2000).u16(4000).raw(firstCell).raw(cell());
        return new Bytes()
                .u16(0xD608)
                .u16(operand.size() + 1)
                .raw(operand.toArray())
                .toArray();
    }

    /** A cell with a thin black border above (TC80, 2.9.315). */
    static byte[] cell() {
        return new Bytes().u16(0).u16(2000).u32(0x00010104).raw(new byte[12]).toArray();
    }

    /** One whose borders are whatever stands in sixteen bytes. */
    static byte[] cellOf(byte[] borders) {
        return new Bytes().u16(0).u16(2000).raw(borders).toArray();
    }

    /** Borders of cells (TSetBrc80, 2.9.322). */
    static byte[] borders80(int first, int limit, long border) {
        return new Bytes().u16(0xD620).octets(7, first, limit, 0x0F).u32(border).toArray();
    }

    /** The same with colours (TSetBrc, 2.9.321). */
    static byte[] borders(int first, int limit, byte[] border) {
        return new Bytes()
                .u16(0xD62F)
                .octets(11, first, limit, 0x0F)
                .raw(border)
                .toArray();
    }

    /** A thin black line in all bits of a border (Brc, 2.9.16). */
    static byte[] line() {
        return new Bytes().u32(0xFF000000L).octets(4, 1).u16(0).toArray();
    }

    /** Cells put into the row (TInsert, 2.9.323). */
    static byte[] insert(int first, int count) {
        return new Bytes().u16(0x7621).octets(first, count).u16(500).toArray();
    }

    /** Cells taken out of the row, or merged, or split: a range and no more. */
    static byte[] range(int code, int first, int limit) {
        return new Bytes().u16(code).octets(first, limit).toArray();
    }

    /** Shading of cells (TSetShd, 2.9.328). */
    static byte[] shading(int first, int limit, int pattern) {
        return new Bytes()
                .u16(0xD62D)
                .octets(12, first, limit)
                .u32(0xFF000000L)
                .u32(0x00C0C0C0)
                .u16(pattern)
                .toArray();
    }

    static byte[] all(byte[]... properties) {
        Bytes all = new Bytes();
        for (byte[] property : properties) {
            all.raw(property);
        }
        return all.toArray();
    }
}
