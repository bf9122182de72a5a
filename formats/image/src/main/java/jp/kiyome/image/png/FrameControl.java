package jp.kiyome.image.png;

import jp.kiyome.image.stream.ByteReader;
import jp.kiyome.image.stream.ByteWriter;
import jp.kiyome.image.stream.Refused;

/**
 * fcTL without its sequence number (PNG 11.3.6.2).
 *
 * @param dispose 0 to 2
 * @param blend 0 or 1
 */
record FrameControl(
        int width, int height, int x, int y, int delayNumerator, int delayDenominator, int dispose, int blend) {

    static FrameControl read(ByteReader in, PngHeader header) {
        FrameControl read = new FrameControl(
                in.i32be(), in.i32be(), in.i32be(), in.i32be(), in.u16be(), in.u16be(), in.u8(), in.u8());
        boolean inside = read.width > 0
                && read.height > 0
                && read.x >= 0
                && read.y >= 0
                && (long) read.x + read.width <= header.width()
                && (long) read.y + read.height <= header.height();
        if (!inside || read.dispose > 2 || read.blend > 1 || in.remaining() > 0) {
            throw Refused.damaged("PNG animation frame of " + read.width + "x" + read.height);
        }
        return read;
    }

    boolean covers(PngHeader header) {
        return x == 0 && y == 0 && width == header.width() && height == header.height();
    }

    ByteWriter write(int sequence) {
        return new ByteWriter()
                .u32be(sequence)
                .u32be(width)
                .u32be(height)
                .u32be(x)
                .u32be(y)
                .u16be(delayNumerator)
                .u16be(delayDenominator)
                .u8(dispose)
                .u8(blend);
    }
}
