package jp.kiyome.image.ico;

import jp.kiyome.core.content.Sink;
import jp.kiyome.core.spi.Session;
import jp.kiyome.image.stream.ByteReader;
import jp.kiyome.image.stream.ByteWriter;
import jp.kiyome.image.stream.Refused;
import jp.kiyome.image.stream.Removed;

/** Rebuilds a picture that is a bitmap: header, palette, colours, mask. Not for sharing. */
final class IconBitmap {

    private static final int HEADER = 40;
    private static final int MAX_SIDE = 1024;

    private final ByteReader in;
    private final Session session;
    private final String place;
    private int width;
    private int height;
    private int bits;
    private int colours;

    IconBitmap(ByteReader in, Session session, String place) {
        this.in = in;
        this.session = session;
        this.place = place;
    }

    IconPicture rebuild() {
        readHeader();
        session.budget().pixels(width, height);
        Sink out = session.scratch();
        int stride = (width * bits + 31) / 32 * 4;
        int maskStride = (width + 31) / 32 * 4;
        put(
                out,
                new ByteWriter()
                        .u32le(HEADER)
                        .u32le(width)
                        .u32le(2L * height)
                        .u16le(1)
                        .u16le(bits)
                        .u32le(0)
                        .u32le((long) (stride + maskStride) * height)
                        .u32le(0)
                        .u32le(0)
                        .u32le(colours)
                        .u32le(0));
        for (int i = 0; i < colours; i++) {
            put(out, new ByteWriter().bytes(in.bytes(3)).u8(0));
            in.skip(1);
        }
        rows(out, stride, bits);
        if (bits == 32 && in.remaining() < (long) maskStride * height) {
            // some writers leave the mask out, for the alpha says all
            in.skip(in.remaining());
            put(out, new ByteWriter().bytes(new byte[maskStride * height]));
        } else {
            rows(out, maskStride, 1);
        }
        if (in.remaining() > 0) {
            session.found(Removed.from("image.gap", place + ", " + in.remaining() + " bytes behind the bitmap"));
        }
        int told = colours == 0 || colours > 255 ? 0 : colours;
        return new IconPicture(width, height, bits, told, out.finish());
    }

    private void readHeader() {
        if (in.u32le() != HEADER) {
            throw Refused.unsupported("icon with a bitmap header of another kind");
        }
        width = in.i32le();
        int both = in.i32le();
        in.skip(2);
        bits = in.u16le();
        long compression = in.u32le();
        in.skip(12);
        long used = in.u32le();
        in.skip(4);
        height = both / 2;
        boolean known = bits == 1 || bits == 4 || bits == 8 || bits == 16 || bits == 24 || bits == 32;
        if (!known || compression != 0) {
            throw Refused.unsupported("icon of " + bits + " bits, compression " + compression);
        }
        if (width < 1 || height < 1 || both % 2 != 0 || width > MAX_SIDE || height > MAX_SIDE) {
            throw Refused.damaged("icon of " + width + "x" + height);
        }
        colours = bits > 8 ? 0 : used == 0 ? 1 << bits : (int) Math.min(used, 1 << bits);
        if (bits > 8 && used > 0) {
            in.skip(4 * used);
        }
    }

    private void rows(Sink out, int stride, int depth) {
        byte[] row = new byte[stride];
        int used = (width * depth + 7) / 8;
        boolean indexed = depth == bits && bits <= 8 && colours < 1 << bits;
        for (int y = 0; y < height; y++) {
            in.read(row, 0, stride);
            java.util.Arrays.fill(row, used, stride, (byte) 0);
            int last = width * depth - (used - 1) * 8;
            row[used - 1] &= (byte) (0xFF00 >> last);
            if (indexed) {
                requireIndexes(row);
            }
            out.write(row, 0, stride);
        }
    }

    private void requireIndexes(byte[] row) {
        int perByte = 8 / bits;
        for (int x = 0; x < width; x++) {
            int index = row[x / perByte] >> 8 - bits * (x % perByte + 1) & (1 << bits) - 1;
            if (index >= colours) {
                throw Refused.damaged("icon pixel of a colour that the palette does not hold");
            }
        }
    }

    private static void put(Sink out, ByteWriter bytes) {
        out.write(bytes.toByteArray(), 0, bytes.size());
    }
}
