package jp.kiyome.image.gif;

import jp.kiyome.image.stream.ByteReader;
import jp.kiyome.image.stream.Bytes;

/**
 * A colour table (GIF89a 19, 21).
 *
 * @param rgb three bytes a colour, 2 to 256 colours, a power of two; empty for no table
 */
record ColourTable(Bytes rgb) {

    static final ColourTable NONE = new ColourTable(Bytes.none());

    /** @param packed the field whose highest bit says whether there is a table, and its lowest three how large */
    static ColourTable read(ByteReader in, int packed) {
        return (packed & 0x80) == 0 ? NONE : new ColourTable(Bytes.of(in.bytes(3 << ((packed & 7) + 1))));
    }

    boolean none() {
        return rgb.isEmpty();
    }

    int colours() {
        return rgb.length() / 3;
    }

    /** Bits of an index, 1 to 8. */
    int bits() {
        return 31 - Integer.numberOfLeadingZeros(colours());
    }

    /** The presence and size bits of a packed field. */
    int packed() {
        return none() ? 0 : 0x80 | bits() - 1;
    }
}
