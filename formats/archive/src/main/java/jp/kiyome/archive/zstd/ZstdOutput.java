package jp.kiyome.archive.zstd;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import jp.kiyome.core.content.Content;

/** Writes one frame in one form (RFC 8878): window of 1 MiB, size and check sum said, blocks of 128 KiB. */
public final class ZstdOutput {

    private static final int RAW = 0;
    private static final int REPEATED = 1;
    private static final int PACKED = 2;
    private static final int CHECKED = 4;

    private ZstdOutput() {}

    /** Packs {@code content}; the same content gives the same bytes. */
    public static void write(Content content, OutputStream out) throws IOException {
        boolean large = content.size() >>> 32 != 0;
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        LiteralWriter.little(ZstdInput.MAGIC, 4, head);
        head.write((large ? 3 : 2) << 6 | CHECKED);
        head.write(MatchFinder.WINDOW_BITS - 10 << 3);
        LiteralWriter.little(content.size(), large ? 8 : 4, head);
        out.write(head.toByteArray());
        MatchFinder finder = new MatchFinder();
        BlockWriter blocks = new BlockWriter(finder);
        XxHash64 hash = new XxHash64();
        try (InputStream in = content.stream()) {
            long left = content.size();
            do {
                int from = finder.room();
                int count = in.readNBytes(finder.bytes, from, (int) Math.min(ZstdInput.BLOCK, left));
                finder.added(count);
                left -= count;
                hash.update(finder.bytes, from, count);
                block(finder.bytes, from, count, left == 0, blocks, out);
            } while (left > 0);
        }
        ByteArrayOutputStream sum = new ByteArrayOutputStream();
        LiteralWriter.little(hash.value(), 4, sum);
        out.write(sum.toByteArray());
    }

    private static void block(byte[] bytes, int from, int count, boolean last, BlockWriter blocks, OutputStream out)
            throws IOException {
        boolean repeated = blocks.repeated(from, from + count);
        byte[] packed = repeated || count == 0 ? new byte[0] : blocks.pack(from, from + count);
        int kind = repeated ? REPEATED : packed.length == 0 ? RAW : PACKED;
        int size = kind == PACKED ? packed.length : count;
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        LiteralWriter.little((last ? 1 : 0) | kind << 1 | (long) size << 3, 3, head);
        out.write(head.toByteArray());
        switch (kind) {
            case PACKED -> out.write(packed);
            case REPEATED -> out.write(bytes, from, 1);
            default -> out.write(bytes, from, count);
        }
    }
}
