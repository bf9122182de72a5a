package jp.kiyome.image.jpeg;

import java.util.Arrays;
import jp.kiyome.image.stream.ByteReader;
import jp.kiyome.image.stream.Refused;

/** A quantisation table in zigzag order, values 1 to 65535 (T.81 B.2.4.1). Immutable; equal when the values are. */
final class QuantTable {

    private final int[] values;

    private QuantTable(int[] values) {
        this.values = values;
    }

    /** Reads the 64 elements of one or two bytes. */
    static QuantTable read(ByteReader in, boolean wide) {
        in.require(wide ? 128 : 64);
        int[] values = new int[64];
        for (int i = 0; i < 64; i++) {
            values[i] = wide ? in.u16be() : in.u8();
            if (values[i] == 0) {
                throw Refused.damaged("JPEG quantisation by 0");
            }
        }
        return new QuantTable(values);
    }

    boolean wide() {
        return Arrays.stream(values).anyMatch(value -> value > 255);
    }

    int value(int zigzagIndex) {
        return values[zigzagIndex];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof QuantTable table && Arrays.equals(values, table.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }
}
