package jp.kiyome.image.gzip;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Function;
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
import jp.kiyome.image.stream.Removed;

/**
 * Rebuilds pictures that are compressed as a whole (RFC 1952) by the rules of the picture inside: one member, without name, time or
 * comment. Stateless; may be shared.
 */
public final class CompressedRebuilder implements RasterRebuilder {

    /** Bytes of the picture that are looked at to tell its format. */
    private static final int LOOK = 1 << 13;

    /** ID1, ID2, deflate, no flags, no time, no extra flags, unknown system. */
    private static final byte[] HEAD = {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0, 0, (byte) 0xFF};

    private final FileType type;
    private final RasterRebuilder plain;

    /** Of {@code type}, with pictures of {@code plain} inside. */
    public CompressedRebuilder(FileType type, RasterRebuilder plain) {
        this.type = type;
        this.plain = plain;
    }

    @Override
    public FileType type() {
        return type;
    }

    /** What a format makes of the first bytes inside; empty where the content is not gzip. Never throws for bad input. */
    public static Optional<FileType> inside(Content content, Function<Content, Optional<FileType>> look) {
        if (!GzipMember.begins(content)) {
            return Optional.empty();
        }
        try (InputStream in = new GZIPInputStream(content.stream())) {
            return look.apply(HeapContent.of(in.readNBytes(LOOK)));
        } catch (IOException notGzip) {
            return Optional.empty();
        }
    }

    @Override
    public void rebuild(Content content, Sink out, Session session) {
        GzipMember member = GzipMember.read(content);
        if (member.telling()) {
            session.found(Removed.from("image.gzip-header", "header"));
        }
        Sink inflated = session.scratch();
        long end = member.inflate(inflated, session.budget()::decode);
        if (end < content.size()) {
            session.found(
                    Removed.from("image.trailing-data", "offset " + end + ", " + (content.size() - end) + " bytes"));
        }
        Sink rebuilt = session.scratch();
        plain.rebuild(inflated.finish(), rebuilt, session);
        deflate(rebuilt.finish(), out);
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
