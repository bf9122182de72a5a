package jp.kiyome.image.gif;

import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.spi.Session;
import jp.kiyome.image.stream.ByteReader;
import jp.kiyome.image.stream.ByteWriter;
import jp.kiyome.image.stream.Refused;
import jp.kiyome.image.stream.Removed;

/** Writes one frame anew, its pixels row by row in the order in which they lie, cropped to the screen. Not for sharing. */
final class FrameCopy {

    private static final int[] PASS_START = {0, 4, 2, 1};
    private static final int[] PASS_STEP = {8, 8, 4, 2};

    private final GifPicture picture;
    private final GifPicture.Frame frame;
    private final int visibleWidth;
    private final int visibleHeight;
    private final Sink out;

    FrameCopy(GifPicture picture, GifPicture.Frame frame, Sink out) {
        this.picture = picture;
        this.frame = frame;
        this.visibleWidth = Math.min(frame.width(), picture.width() - frame.x());
        this.visibleHeight = Math.min(frame.height(), picture.height() - frame.y());
        this.out = out;
    }

    void copy(Content content, Session session) {
        if (visibleWidth <= 0 || visibleHeight <= 0) {
            throw Refused.damaged("GIF frame outside the screen");
        }
        String where = "frame at offset " + frame.data();
        if (visibleWidth < frame.width() || visibleHeight < frame.height()) {
            session.found(Removed.from("image.frame-bounds", where));
        }
        frame.control().ifPresent(this::writeControl);
        put(new ByteWriter()
                .u8(0x2C)
                .u16le(frame.x())
                .u16le(frame.y())
                .u16le(visibleWidth)
                .u16le(visibleHeight)
                .u8((frame.interlaced() ? 0x40 : 0) | frame.local().packed())
                .bytes(frame.local().rgb()));
        ByteReader in = new ByteReader(content);
        in.seek(frame.data());
        LzwDecoder decoder = new LzwDecoder(in, frame.codeSize());
        copyRows(decoder, session);
        if (decoder.hasMore()) {
            session.found(Removed.from("image.gap", where));
        }
    }

    private void copyRows(LzwDecoder decoder, Session session) {
        ColourTable colours = picture.colours(frame);
        LzwEncoder encoder = new LzwEncoder(out, Math.max(2, colours.bits()));
        byte[] row = new byte[frame.width()];
        int passes = frame.interlaced() ? PASS_START.length : 1;
        for (int pass = 0; pass < passes; pass++) {
            int start = frame.interlaced() ? PASS_START[pass] : 0;
            int step = frame.interlaced() ? PASS_STEP[pass] : 1;
            for (int y = start; y < frame.height(); y += step) {
                session.budget().checkTime();
                decoder.read(row);
                requireIndexes(row, colours.colours());
                if (y < visibleHeight) {
                    encoder.write(row, 0, visibleWidth);
                }
            }
        }
        encoder.finish();
    }

    private static void requireIndexes(byte[] row, int colours) {
        if (colours < 256) {
            for (byte index : row) {
                if ((index & 0xFF) >= colours) {
                    throw Refused.damaged("GIF pixel of a colour that the table does not hold");
                }
            }
        }
    }

    private void writeControl(GifPicture.Control control) {
        put(new ByteWriter()
                .u8(0x21)
                .u8(0xF9)
                .u8(4)
                .u8(control.disposal() << 2 | (control.transparent().isPresent() ? 1 : 0))
                .u16le(control.delay())
                .u8(control.transparent().orElse(0))
                .u8(0));
    }

    private void put(ByteWriter bytes) {
        out.write(bytes.toByteArray(), 0, bytes.size());
    }
}
