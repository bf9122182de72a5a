package jp.kiyome.testcorpus.ppt;

import java.util.stream.Stream;
import jp.kiyome.testcorpus.zip.Bytes;

/** Presentations whose frame fits around whatever bytes somebody tries. */
public final class PptSeeds {

    private PptSeeds() {}

    /** Records that may stand on a slide, and some that may not. */
    public static Stream<byte[]> inSlide() {
        return Stream.of(
                PptParts.numbered(),
                PptParts.tag("___PPT10", Rec.container(0xF144, 1)),
                Rec.text(3, "name"),
                Rec.container(4057, 0, Rec.atom(4058, 0, new byte[4]), Rec.text(0, "a")),
                Rec.atom(1017, 0, new byte[16]));
    }

    /** Shapes, and properties of shapes. */
    public static Stream<byte[]> shapes() {
        return Stream.of(
                PptVectors.shape(0, "a"),
                Rec.container(0xF003, 0, PptVectors.shape(1, "b"), PptVectors.shape(2, "c")),
                new Bytes()
                        .u16(0x8145)
                        .u32(14)
                        .u16(2)
                        .u16(2)
                        .u16(0xFFF0)
                        .raw(new byte[8])
                        .toArray());
    }

    public static byte[] withRecords(byte[] records) {
        return new RawPpt().inSlide(records).toArray();
    }

    public static byte[] withShapes(byte[] shapes) {
        return new RawPpt().moreShapes(shapes).toArray();
    }

    /** The first two bytes are the property, the next four its number, the rest stands behind. */
    public static byte[] withProperties(byte[] property) {
        if (property.length < 6) {
            return new RawPpt().toArray();
        }
        int id = property[0] & 0xFF | (property[1] & 0xFF) << 8;
        int number = property[2] & 0xFF | (property[3] & 0xFF) << 8 | (property[4] & 0xFF) << 16 | property[5] << 24;
        return new RawPpt()
                .property(id, number, java.util.Arrays.copyOfRange(property, 6, property.length))
                .toArray();
    }
}
