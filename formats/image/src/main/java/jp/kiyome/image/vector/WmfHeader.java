package jp.kiyome.image.vector;

import java.util.Optional;
import jp.kiyome.core.content.Content;
import jp.kiyome.image.stream.ByteReader;

/** The bounds of a placeable WMF file in its own units, so many an inch ([MS-WMF] 2.3.2.3). Other WMF files have no size. Stateless. */
final class WmfHeader {

    private static final int KEY = 0x9AC6CDD7;
    private static final double MICROMETRES_AN_INCH = 25_400;

    private WmfHeader() {}

    static Optional<VectorSize> size(Content content) {
        ByteReader in = new ByteReader(content);
        if (in.remaining() < 22 || in.i32le() != KEY) {
            return Optional.empty();
        }
        in.skip(2);
        int left = (short) in.u16le();
        int top = (short) in.u16le();
        int right = (short) in.u16le();
        int bottom = (short) in.u16le();
        int unitsAnInch = in.u16le();
        if (unitsAnInch == 0) {
            return Optional.empty();
        }
        double unit = MICROMETRES_AN_INCH / unitsAnInch;
        return VectorSize.ofMicrometres(Math.abs(right - left) * unit, Math.abs(bottom - top) * unit);
    }
}
