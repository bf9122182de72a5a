package jp.kiyome.office.escher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.office.record.NumberWriter;

/** Bitmaps stand in drawings without the file header ([MS-WMF] 2.2.2.9 DeviceIndependentBitmap); as files they have one. */
final class BitmapFile {

    static final int HEADER = 14;

    private static final int SMALLEST = 40;
    private static final int BITFIELDS = 3;

    private BitmapFile() {}

    /** The bitmap as a file; empty where its header cannot be one. */
    static Optional<Content> of(Content bitmap, Sink out) {
        if (bitmap.size() < SMALLEST) {
            return Optional.empty();
        }
        long header = bitmap.littleEndian(0, 4);
        if (header < SMALLEST || header > bitmap.size()) {
            return Optional.empty();
        }
        long bits = bitmap.littleEndian(14, 2);
        long used = bitmap.littleEndian(32, 4);
        long colours = bits <= 8 ? (used == 0 ? 1L << bits : Math.min(used, 1L << bits)) : used;
        long masks = header == SMALLEST && bitmap.littleEndian(16, 4) == BITFIELDS ? 12 : 0;
        long pixels = HEADER + header + masks + colours * 4;
        if (pixels > HEADER + bitmap.size()) {
            return Optional.empty();
        }
        byte[] head = new NumberWriter()
                .u16(0x4D42)
                .i32((int) (HEADER + bitmap.size()))
                .i32(0)
                .i32((int) pixels)
                .bytes();
        out.write(head, 0, head.length);
        try {
            bitmap.stream().transferTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException("content has no input errors", e);
        }
        return Optional.of(out.finish());
    }
}
