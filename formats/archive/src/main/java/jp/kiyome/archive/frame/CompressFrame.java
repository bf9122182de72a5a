package jp.kiyome.archive.frame;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.type.FileType;
import org.apache.commons.compress.compressors.z.ZCompressorInputStream;

/** compress (LZW with codes of 9 to 16 bits). Nobody writes it any more; it comes back as gzip. */
final class CompressFrame implements Frame {

    static final FileType TYPE = FileType.of("z", "application/x-compress", "z", "taz");

    /** Of the tables of the longest codes, in KiB. */
    private static final int MOST_MEMORY = 1 << 10;

    private final Frame gzip;

    CompressFrame(Frame gzip) {
        this.gzip = gzip;
    }

    @Override
    public FileType type() {
        return TYPE;
    }

    @Override
    public boolean begins(Content content) {
        return content.size() > 3
                && content.littleEndian(0, 2) == 0x9D1F
                && (content.byteAt(2) & 0x60) == 0
                && (content.byteAt(2) & 0x1F) >= 9
                && (content.byteAt(2) & 0x1F) <= 16;
    }

    @Override
    public void decode(Content content, OutputStream out, Session session) throws IOException {
        try (InputStream in = new ZCompressorInputStream(content.stream(), MOST_MEMORY)) {
            in.transferTo(out);
        }
    }

    @Override
    public Frame written() {
        return gzip;
    }

    @Override
    public void encode(Content content, OutputStream out) throws IOException {
        gzip.encode(content, out);
    }
}
