package jp.kiyome.testcorpus.ichitaro;

import jp.kiyome.testcorpus.zip.Bytes;

/** Stores of blocks. */
final class Stores {

    private static final int BLOCK = 256;

    private Stores() {}

    /** Parts with the numbers 0, 1, 2. */
    static byte[] of(byte[]... parts) {
        return of(0, new byte[0], parts);
    }

    /**
     * Parts with numbers from {@code first} on.
     *
     * @param slack behind the bytes of the last part, in its last block
     */
    static byte[] of(int first, byte[] slack, byte[]... parts) {
        Bytes blocks = new Bytes();
        Bytes directory = new Bytes();
        for (int i = 0; i < parts.length; i++) {
            int block = blocks.size() / BLOCK;
            blocks.raw(parts[i]);
            blocks.raw(i == parts.length - 1 ? slack : new byte[0]);
            while (blocks.size() % BLOCK != 0 || blocks.size() == block * BLOCK) {
                blocks.octets(0);
            }
            int count = blocks.size() / BLOCK - block;
            directory.bigEndian32(first + i).bigEndian32(0).bigEndian32(parts[i].length);
            directory.bigEndian32(count).bigEndian32(count);
            for (int j = 0; j < count; j++) {
                directory.bigEndian32(block + j);
            }
        }
        Bytes out = new Bytes().ascii("SsmgV.01").bigEndian32(parts.length).bigEndian32(BLOCK);
        out.bigEndian32(blocks.size() / BLOCK).raw(blocks.toArray()).raw(directory.toArray());
        return out.bigEndian32(0).toArray();
    }

    /** A text of one format. */
    static byte[] text(Units units) {
        return text(units, plain(units));
    }

    static byte[] plain(Units units) {
        return units.count() == 0
                ? new byte[0]
                : new Bytes().octets(0).bigEndian32(units.count()).toArray();
    }

    static byte[] text(Units units, byte[] formats) {
        return new Bytes()
                .ascii("TextV.01")
                .bigEndian32(units.count())
                .raw(units.toArray())
                .raw(formats)
                .toArray();
    }

    /** A part with the pieces of a text, then the pieces. */
    static byte[] pieces(Units... pieces) {
        byte[][] parts = new byte[pieces.length + 1][];
        Bytes list = new Bytes().ascii("QLSTV.01").bigEndian32(pieces.length);
        for (int i = 0; i < pieces.length; i++) {
            list.bigEndian32(pieces[i].count()).bigEndian32(i + 1);
            parts[i + 1] =
                    new Bytes().raw(pieces[i].toArray()).raw(plain(pieces[i])).toArray();
        }
        parts[0] = list.toArray();
        return of(parts);
    }
}
