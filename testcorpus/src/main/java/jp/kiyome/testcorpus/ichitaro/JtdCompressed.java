package jp.kiyome.testcorpus.ichitaro;

import java.util.List;
import jp.kiyome.testcorpus.ole.RawTree;
import jp.kiyome.testcorpus.packed.Literals;
import jp.kiyome.testcorpus.packed.RawLzh;
import jp.kiyome.testcorpus.zip.Bytes;

/** A document in its compressed form. */
final class JtdCompressed {

    static final String NAME = "TempNativeFile";

    private JtdCompressed() {}

    static byte[] of(byte[] document, String memberName, int sizeMore, int checkMore) {
        byte[] packed = Literals.packed(document);
        byte[] crc = RawLzh.crc16(document);
        Bytes member = new Bytes()
                .ascii("-lh5-")
                .u32(packed.length)
                .u32(document.length + (long) sizeMore)
                .u32(0);
        member.octets(0x20, 1, memberName.length()).ascii(memberName);
        member.octets(crc[0] + checkMore, crc[1], ' ').u16(0);
        int sum = 0;
        for (byte b : member.toArray()) {
            sum += b;
        }
        Bytes out = new Bytes()
                .u16(38)
                .ascii("JustCompressedDocument")
                .raw(new byte[8])
                .u32(0x1153A)
                .u16(1);
        out.octets(member.size(), sum).raw(member.toArray()).raw(packed).octets(0);
        RawTree.Node stream = new RawTree.Stream("JSCompDocument", out.toArray());
        byte[] words = new Bytes()
                .octets(0, 0, 1, 0)
                .u32(0x10802)
                .u32(0x400D1000)
                .u32(0x1020100)
                .toArray();
        return RawTree.of(
                new RawTree.Storage("", Jtd.COMPRESSED, List.of(stream, Jtd.list(List.of(stream), words, 0))),
                new byte[0]);
    }
}
