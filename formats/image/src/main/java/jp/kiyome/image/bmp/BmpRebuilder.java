package jp.kiyome.image.bmp;

import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.type.FileType;
import jp.kiyome.image.stream.ByteReader;
import jp.kiyome.image.stream.ByteWriter;
import jp.kiyome.image.stream.RasterRebuilder;
import jp.kiyome.image.stream.Removed;

/**
 * Rebuilds BMP files: one form of header, rows from the bottom up, nothing compressed. Needs memory for a row. Stateless; may be
 * shared.
 */
public final class BmpRebuilder implements RasterRebuilder {

    public static final FileType TYPE = FileType.of("bmp", "image/bmp", "bmp", "dib");

    private static final int INFO = 40;
    private static final int V4 = 108;
    private static final int SRGB = 0x73524742;

    @Override
    public FileType type() {
        return TYPE;
    }

    @Override
    public void rebuild(Content content, Sink out, Session session) {
        BmpHeader header = new BmpReader(content, session).read();
        ByteWriter head = head(header);
        out.write(head.toByteArray(), 0, head.size());
        ByteReader in = new ByteReader(content);
        in.seek(header.pixels());
        new BmpRows(header, session).copy(in, out);
        if (in.remaining() > 0) {
            session.found(
                    Removed.from("image.trailing-data", "offset " + in.position() + ", " + in.remaining() + " bytes"));
        }
    }

    private static ByteWriter head(BmpHeader header) {
        boolean fields =
                (header.bits() == 16 || header.bits() == 32) && !header.masks().plain(header.bits());
        boolean alpha = fields && header.masks().alpha() != 0;
        int masks = fields && !alpha ? 12 : 0;
        int offset = 14 + (alpha ? V4 : INFO) + masks + header.palette().length();
        long data = (long) header.stride() * header.height();
        ByteWriter head = new ByteWriter()
                .u16le(0x4D42)
                .u32le(offset + data)
                .u32le(0)
                .u32le(offset)
                .u32le(alpha ? V4 : INFO)
                .u32le(header.width())
                .u32le(header.height())
                .u16le(1)
                .u16le(header.bits())
                .u32le(fields ? 3 : 0)
                .u32le(data)
                .u32le(header.xResolution())
                .u32le(header.yResolution())
                .u32le(header.colours())
                .u32le(0);
        if (fields) {
            head.u32le(header.masks().red())
                    .u32le(header.masks().green())
                    .u32le(header.masks().blue());
        }
        if (alpha) {
            head.u32le(header.masks().alpha()).u32le(SRGB).bytes(new byte[48]);
        }
        return head.bytes(header.palette());
    }
}
