package jp.kiyome.image.pict;

import jp.kiyome.image.stream.ByteReader;
import jp.kiyome.image.stream.Refused;

/**
 * How the pixels of a bitmap are stored. Immutable.
 *
 * @param bits of a pixel
 * @param packing packType: 0 the usual one, 1 none, 2 without the unused byte, 3 by 16 bits, 4 by components
 * @param components of a pixel of 32 bits: with or without transparency
 * @param rowBytes of a row before it is packed, as the file says
 * @param width pixels
 * @param packed whether the opcode is one of packed rows
 */
record PixelForm(int bits, int packing, int components, int rowBytes, int width, boolean packed) {

    /** Rows shorter than this are never packed. */
    private static final int SHORT_ROW = 8;

    /** The counts of packed rows need two bytes from here on. */
    private static final int LONG_ROW = 250;

    static PixelForm ofBits() {
        return new PixelForm(1, 0, 1, 0, 0, false);
    }

    /** Reads what stands between the bounds and the colour table of a PixMap. */
    static PixelForm read(ByteReader in) {
        in.skip(2);
        int packing = in.u16be();
        in.skip(14);
        int bits = in.u16be();
        int components = in.u16be();
        in.skip(14);
        return new PixelForm(bits, packing, components, 0, 0, false);
    }

    PixelForm of(int rowBytes, int width, boolean packed) {
        boolean known = bits == 1 || bits == 2 || bits == 4 || bits == 8 || bits == 16 || bits == 32;
        if (!known || packing > 4 || (long) width * bits > 8L * rowBytes) {
            throw Refused.damaged(
                    "PICT bitmap of " + bits + " bits, packing " + packing + ", rows of " + rowBytes + " bytes");
        }
        if (bits == 32 && components != 3 && components != 4) {
            throw Refused.unsupported("PICT pixels of " + components + " components");
        }
        return new PixelForm(bits, packing, components, rowBytes, width, packed);
    }

    private boolean direct() {
        return bits > 8;
    }

    /** Whether each row is packed. */
    boolean compressed() {
        boolean asked = direct() ? packing == 0 || packing > 2 : packed && packing != 1;
        return asked && rowBytes >= SHORT_ROW;
    }

    boolean byWords() {
        return bits == 16;
    }

    boolean byComponents() {
        return bits == 32 && compressed();
    }

    boolean longCounts() {
        return rowBytes > LONG_ROW;
    }

    /** Bytes of a row when it is unpacked. */
    int stored() {
        if (byComponents()) {
            return components * width;
        }
        return bits == 32 && packing == 2 && rowBytes >= SHORT_ROW ? 3 * width : rowBytes;
    }
}
