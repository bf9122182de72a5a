package jp.kiyome.image.jp2;

import java.awt.image.Raster;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.type.FileType;
import jp.kiyome.image.box.Box;
import jp.kiyome.image.stream.ByteReader;
import jp.kiyome.image.stream.ByteWriter;
import jp.kiyome.image.stream.Bytes;
import jp.kiyome.image.stream.Noise;
import jp.kiyome.image.stream.RasterRebuilder;

/**
 * Rebuilds JPEG 2000 (ISO/IEC 15444-1): files and bare codestreams, decoded to samples and encoded without loss in one tile. Needs
 * memory for all samples several times, so there is a limit of their number. Stateless; may be shared.
 */
public final class Jpeg2000Rebuilder implements RasterRebuilder {

    public static final FileType FILE = FileType.of("jp2", "image/jp2", "jp2");
    public static final FileType CODESTREAM = FileType.of("j2k", "image/j2c", "j2k", "j2c", "jpc");

    private static final Jp2Header BARE =
            new Jp2Header(Bytes.none(), Bytes.none(), Bytes.none(), Bytes.none(), Bytes.none());

    private final FileType type;

    private Jpeg2000Rebuilder(FileType type) {
        this.type = type;
    }

    public static Jpeg2000Rebuilder ofFiles() {
        return new Jpeg2000Rebuilder(FILE);
    }

    public static Jpeg2000Rebuilder ofCodestreams() {
        return new Jpeg2000Rebuilder(CODESTREAM);
    }

    @Override
    public FileType type() {
        return type;
    }

    @Override
    public void rebuild(Content content, Sink out, Session session) {
        Jp2Reader.Found found = type.equals(FILE)
                ? new Jp2Reader(content, session).read()
                : new Jp2Reader.Found(Codestream.read(content, 0, content.size(), session), BARE);
        session.budget().checkTime();
        Raster samples = Samples.decode(content, found.stream());
        session.budget().checkTime();
        int depth = found.stream().depth();
        boolean indexes = found.header().indexes();
        Noise noise = indexes ? Noise.none() : Noise.of(session);
        byte[] picture = withoutComments(Samples.encode(samples, depth, indexes, noise));
        noise.report(session);
        session.budget().checkTime();
        if (type.equals(FILE)) {
            byte[] head = head(found, depth > 8 ? 16 : 8).toByteArray();
            out.write(head, 0, head.length);
            picture = Box.written("jp2c", new ByteWriter().bytes(picture));
        }
        out.write(picture, 0, picture.length);
    }

    private static ByteWriter head(Jp2Reader.Found found, int depth) {
        Codestream stream = found.stream();
        Jp2Header header = found.header();
        ByteWriter size = new ByteWriter()
                .u32be(stream.height())
                .u32be(stream.width())
                .u16be(stream.components())
                .u8(depth - 1)
                .u8(7)
                .u8(0)
                .u8(0);
        ByteWriter all = new ByteWriter().bytes(Box.written("ihdr", size));
        add(all, "colr", header.colour());
        add(all, "pclr", header.palette());
        add(all, "cmap", header.mapping());
        add(all, "cdef", header.channels());
        add(all, "res", header.resolution());
        return new ByteWriter()
                .bytes(Box.written("jP", new ByteWriter().u32be(0x0D0A870AL)))
                .bytes(Box.written(
                        "ftyp", new ByteWriter().ascii("jp2 ").u32be(0).ascii("jp2 ")))
                .bytes(Box.written("jp2h", all));
    }

    private static void add(ByteWriter to, String type, Bytes contents) {
        if (!contents.isEmpty()) {
            to.bytes(Box.written(type, new ByteWriter().bytes(contents)));
        }
    }

    /** The library signs what it writes (A.9.2); the main header loses that. */
    private static byte[] withoutComments(byte[] codestream) {
        ByteReader in = new ByteReader(HeapContent.of(codestream));
        ByteWriter out = new ByteWriter().u16be(in.u16be());
        int marker = in.u16be();
        while (marker != Codestream.SOT) {
            int length = in.u16be();
            byte[] segment = in.bytes(length - 2);
            if (marker != Codestream.COM) {
                out.u16be(marker).u16be(length).bytes(segment);
            }
            marker = in.u16be();
        }
        return out.u16be(marker).bytes(in.bytes((int) in.remaining())).toByteArray();
    }
}
