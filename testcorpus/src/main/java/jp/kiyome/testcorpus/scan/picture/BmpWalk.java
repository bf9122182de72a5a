package jp.kiyome.testcorpus.scan.picture;

import java.nio.ByteBuffer;
import java.util.List;

/** BMP: headers, palette and pixels without a byte between or behind them. */
final class BmpWalk implements PictureScan.Walk {

    @Override
    public void walk(ByteBuffer in, List<String> found) {
        long offset = in.getInt(10) & 0xFFFFFFFFL;
        int header = in.getInt(14);
        long width = in.getInt(18);
        long height = Math.abs((long) in.getInt(22));
        int bits = in.getShort(28);
        int compression = in.getInt(30);
        long colours = in.getInt(46) & 0xFFFFFFFFL;
        if (header != 40 && header != 108) {
            found.add("header of " + header + " bytes");
        }
        if (compression != 0 && compression != 3) {
            found.add("compression " + compression);
        }
        long masks = compression == 3 && header == 40 ? 12 : 0;
        if (offset != 14 + header + masks + 4 * colours) {
            found.add("bytes before the pixels");
        }
        long stride = (width * bits + 31) / 32 * 4;
        if (in.capacity() != offset + stride * height) {
            found.add("bytes behind the pixels");
        }
        if (in.getInt(6) != 0) {
            found.add("reserved fields");
        }
    }
}
