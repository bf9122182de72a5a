package jp.kiyome.testcorpus.packed;

import jp.kiyome.testcorpus.zip.Bytes;

/** Packs as -lh5- in the plainest way: literals alone, each of a code of eight bits. */
public final class Literals {

    private Literals() {}

    /** Blocks of literals: every one of the 256 has eight bits, in order. */
    public static byte[] packed(byte[] data) {
        Bits bits = new Bits();
        for (int from = 0; from < data.length; from += 0x8000) {
            int count = Math.min(0x8000, data.length - from);
            bits.put(count, 16);
            // The code of lengths: one symbol, which stands for eight bits (a length of eight is symbol ten).
            bits.put(0, 5);
            bits.put(10, 5);
            bits.put(256, 9);
            // No positions but one.
            bits.put(0, 4);
            bits.put(0, 4);
            for (int i = from; i < from + count; i++) {
                bits.put(data[i] & 0xFF, 8);
            }
        }
        return bits.toArray();
    }

    private static final class Bits {

        private final Bytes out = new Bytes();
        private int held;
        private int count;

        void put(int value, int bits) {
            for (int i = bits - 1; i >= 0; i--) {
                held = held << 1 | value >> i & 1;
                if (++count == 8) {
                    out.octets(held);
                    held = 0;
                    count = 0;
                }
            }
        }

        byte[] toArray() {
            while (count != 0) {
                put(0, 1);
            }
            return out.toArray();
        }
    }
}
