package jp.kiyome.testcorpus.ichitaro;

import java.util.List;
import jp.kiyome.testcorpus.ole.RawTree;
import jp.kiyome.testcorpus.packed.RawLzh;
import jp.kiyome.testcorpus.zip.Bytes;

/** A document in its compressed form: literals alone, each of a code of eight bits. */
final class JtdCompressed {

    static final String NAME = "TempNativeFile";

    private JtdCompressed() {}

    static byte[] of(byte[] document, String memberName, int sizeMore, int checkMore) {
        byte[] packed = literals(document);
        byte[] crc = RawLzh.crc16(document);
        Bytes member = new Bytes().ascii("-lh5-").u32(packed.length).u32(document.length + (long) sizeMore).u32(0);
        member.octets(0x20, 1, memberName.length()).ascii(memberName);
        member.octets(crc[0] + checkMore, crc[1], ' ').u16(0);
        int sum = 0;
        for (byte b : member.toArray()) {
            sum += b;
        }
        Bytes out = new Bytes().u16(38).ascii("JustCompressedDocument").raw(new byte[8]).u32(0x1153A).u16(1);
        out.octets(member.size(), sum).raw(member.toArray()).raw(packed).octets(0);
        RawTree.Node stream = new RawTree.Stream("JSCompDocument", out.toArray());
        byte[] words = new Bytes().octets(0, 0, 1, 0).u32(0x10802).u32(0x400D1000).u32(0x1020100).toArray();
        return RawTree.of(
                new RawTree.Storage("", Jtd.COMPRESSED, List.of(stream, Jtd.list(List.of(stream), words, 0))),
                new byte[0]);
    }

    /** Blocks of literals: every one of the 256 has eight bits, in order. */
    static byte[] literals(byte[] data) {
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
