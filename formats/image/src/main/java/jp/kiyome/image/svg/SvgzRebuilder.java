package jp.kiyome.image.svg;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.type.FileType;
import jp.kiyome.image.stream.ByteWriter;
import jp.kiyome.image.stream.RasterRebuilder;
import jp.kiyome.image.stream.Refused;

/**
 * Rebuilds SVG documents that are compressed as a whole (RFC 1952): one member, without name, time or comment. Stateless; may be
 * shared.
 */
public final class SvgzRebuilder implements RasterRebuilder {

    public static final FileType TYPE = FileType.of("svgz", "image/svg+xml", "svgz");

    private static final int STEP = 1 << 13;
    /** ID1, ID2, deflate, no flags, no time, no extra flags, unknown system. */
    private static final byte[] HEAD = {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0, 0, (byte) 0xFF};

    private final SvgRebuilder plain = new SvgRebuilder();

    @Override
    public FileType type() {
        return TYPE;
    }

    /** Whether an SVG document is inside. Never throws for bad input. */
    public static boolean recognizes(Content content) {
        if (content.size() < HEAD.length || content.byteAt(0) != 0x1F || content.byteAt(1) != 0x8B) {
            return false;
        }
        try (InputStream in = new GZIPInputStream(content.stream())) {
            return SvgRebuilder.recognizes(HeapContent.of(in.readNBytes(STEP)));
        } catch (IOException notGzip) {
            return false;
        }
    }

    @Override
    public void rebuild(Content content, Sink out, Session session) {
        Sink rebuilt = session.scratch();
        plain.rebuild(inflated(content, session), rebuilt, session);
        deflate(rebuilt.finish(), out);
    }

    private static Content inflated(Content content, Session session) {
        Sink sink = session.scratch();
        byte[] step = new byte[STEP];
        try (InputStream in = new GZIPInputStream(content.stream())) {
            for (int read = in.read(step); read >= 0; read = in.read(step)) {
                session.budget().decode(read);
                sink.write(step, 0, read);
            }
        } catch (IOException damaged) {
            throw Refused.damaged("SVGZ that does not inflate");
        }
        return sink.finish();
    }

    private static void deflate(Content content, Sink out) {
        CRC32 crc = new CRC32();
        crc.update(content.segment().asByteBuffer());
        out.write(HEAD, 0, HEAD.length);
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try (InputStream in = content.stream();
                DeflaterOutputStream compressed = new DeflaterOutputStream(out, deflater)) {
            in.transferTo(compressed);
            compressed.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        byte[] tail =
                new ByteWriter().u32le(crc.getValue()).u32le(content.size()).toByteArray();
        out.write(tail, 0, tail.length);
    }
}
