package jp.kiyome.archive.frame;

import java.io.IOException;
import java.io.OutputStream;
import jp.kiyome.archive.zstd.ZstdInput;
import jp.kiyome.archive.zstd.ZstdOutput;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.type.FileType;

/** Zstandard (RFC 8878). */
final class ZstdFrame implements Frame {

    static final FileType TYPE = FileType.of("zst", "application/zstd", "zst", "tzst");

    @Override
    public FileType type() {
        return TYPE;
    }

    @Override
    public boolean begins(Content content) {
        return content.size() > 8 && content.littleEndian(0, 4) == ZstdInput.MAGIC;
    }

    @Override
    public void decode(Content content, OutputStream out, Session session) throws IOException {
        try (ZstdInput in = new ZstdInput(content.stream())) {
            in.transferTo(out);
            if (in.frames() > 1) {
                FrameFindings.joined(session);
            }
            if (in.skipped() > 0) {
                FrameFindings.header(session);
            }
        }
    }

    @Override
    public void encode(Content content, OutputStream out) throws IOException {
        ZstdOutput.write(content, out);
    }
}
