package jp.kiyome.archive.frame;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.type.FileType;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;

/** bzip2. A block has 900 kB at most, so its decoder's memory is bounded; bytes behind the last stream are refused. */
final class Bzip2Frame implements Frame {

    static final FileType TYPE = FileType.of("bz2", "application/x-bzip2", "bz2", "tbz2", "tbz");

    /** The first bytes of a block, or of the end of a stream without one. */
    private static final long BLOCK = 0x314159265359L;

    private static final long END = 0x177245385090L;

    @Override
    public FileType type() {
        return TYPE;
    }

    @Override
    public boolean begins(Content content) {
        if (content.size() < 14 || content.littleEndian(0, 3) != 0x685A42) {
            return false;
        }
        long magic = 0;
        for (int i = 4; i < 10; i++) {
            magic = magic << 8 | content.byteAt(i);
        }
        return magic == BLOCK || magic == END;
    }

    @Override
    public void decode(Content content, OutputStream out, Session session) throws IOException {
        try (InputStream in = new BZip2CompressorInputStream(content.stream(), true)) {
            in.transferTo(out);
        }
    }

    @Override
    public void encode(Content content, OutputStream out) throws IOException {
        BZip2CompressorOutputStream packed = new BZip2CompressorOutputStream(out);
        try (InputStream in = content.stream()) {
            in.transferTo(packed);
        }
        packed.finish();
    }
}
