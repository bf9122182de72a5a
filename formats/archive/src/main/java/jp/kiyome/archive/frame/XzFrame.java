package jp.kiyome.archive.frame;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.type.FileType;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.MemoryLimitException;
import org.tukaani.xz.SingleXZInputStream;
import org.tukaani.xz.XZ;
import org.tukaani.xz.XZOutputStream;

/** xz (The .xz File Format 1.2.1). */
final class XzFrame implements Frame {

    static final FileType TYPE = FileType.of("xz", "application/x-xz", "xz", "txz");

    /** KiB for the window of a decoder: the highest preset of xz has 64 MiB. */
    private static final int MOST_MEMORY = 72 << 10;

    /** A window of 4 MiB, some 50 MiB of memory. */
    private static final int PRESET = 4;

    @Override
    public FileType type() {
        return TYPE;
    }

    @Override
    public boolean begins(Content content) {
        return content.size() >= 32 && content.littleEndian(0, 6) == 0x005A587A37FDL;
    }

    @Override
    public void decode(Content content, OutputStream out, Session session) throws IOException {
        InputStream whole = content.stream();
        int streams = 0;
        do {
            if (++streams == 2) {
                FrameFindings.joined(session);
            }
            try (InputStream one = new SingleXZInputStream(new Unclosed(whole), MOST_MEMORY)) {
                one.transferTo(out);
            } catch (MemoryLimitException e) {
                throw Refusal.of("archive.window", e.getMemoryNeeded() + " KiB");
            }
        } while (another(content, content.size() - whole.available(), whole, session));
    }

    /** Zeros may stand between streams, in fours (2.2); behind the last one they and all else is left out. */
    private boolean another(Content content, long end, InputStream whole, Session session) throws IOException {
        long at = end;
        while (at < content.size() && content.byteAt(at) == 0) {
            at++;
        }
        if (at < content.size() && (at - end) % 4 == 0 && begins(content.slice(at, content.size() - at))) {
            whole.skipNBytes(at - end);
            return true;
        }
        if (end < content.size()) {
            FrameFindings.trailing(content.size() - end, session);
        }
        return false;
    }

    /** The stream of all streams stays open. */
    private static final class Unclosed extends FilterInputStream {

        Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // The others follow.
        }
    }

    @Override
    public void encode(Content content, OutputStream out) throws IOException {
        XZOutputStream packed = new XZOutputStream(out, new LZMA2Options(PRESET), XZ.CHECK_CRC64);
        try (InputStream in = content.stream()) {
            in.transferTo(packed);
        }
        packed.finish();
    }
}
