package jp.kiyome.archive.zip;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import jp.kiyome.archive.block.DosTime;
import jp.kiyome.archive.zstd.ZstdInput;
import jp.kiyome.container.zip.ZipEntries;
import jp.kiyome.container.zip.ZipEntry;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.deflate64.Deflate64CompressorInputStream;
import org.tukaani.xz.LZMAInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The methods of compression that are read beside storing and deflating (APPNOTE 4.4.5): shrinking (1), imploding (6), Deflate64
 * (9), bzip2 (12), LZMA (14), Zstandard (93), XZ (95). None of them is written. Their decoders hold windows of fixed or checked size.
 */
final class ZipMethods implements ZipEntries.OtherMethods {

    /** KiB that a window and its tables may take. */
    static final int MOST_MEMORY = 72 << 10;

    private static final int SHRINK = 1;
    private static final int IMPLODE = 6;
    private static final int DEFLATE64 = 9;
    private static final int BZIP2 = 12;
    private static final int LZMA = 14;
    private static final int ZSTD = 93;
    private static final int XZ = 95;

    @Override
    public InputStream decode(int method, ZipEntry entry, Content encoded) {
        try {
            return switch (method) {
                case SHRINK, IMPLODE -> ofOldTimes(method, entry, encoded);
                case DEFLATE64 -> new Deflate64CompressorInputStream(encoded.stream());
                case BZIP2 -> new BZip2CompressorInputStream(encoded.stream());
                case LZMA -> lzma(entry, encoded);
                case ZSTD -> ZstdInput.oneFrame(encoded.stream());
                case XZ -> new XZInputStream(encoded.stream(), MOST_MEMORY);
                default -> throw Refusal.of("zip.method", Location.ofPart(entry.shown()), Integer.toString(method));
            };
        } catch (IOException broken) {
            throw Refusal.of("zip.deflate", Location.ofPart(entry.shown()), String.valueOf(broken.getMessage()));
        }
    }

    /** The library reads these two only from within an archive: it is given one of a single member. */
    private static InputStream ofOldTimes(int method, ZipEntry entry, Content encoded) throws IOException {
        if (encoded.size() > Integer.MAX_VALUE || entry.size() > Integer.MAX_VALUE) {
            throw Refusal.of("zip.size", Location.ofPart(entry.shown()), "for method " + method);
        }
        byte[] header = ByteBuffer.allocate(31)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0x04034b50)
                .putShort((short) 20)
                .putShort((short) (entry.flags() & 6))
                .putShort((short) method)
                .putInt((int) DosTime.write(Optional.empty()))
                .putInt((int) entry.crc32())
                .putInt((int) encoded.size())
                .putInt((int) entry.size())
                .putShort((short) 1)
                .putShort((short) 0)
                .put((byte) 'x')
                .array();
        ZipArchiveInputStream archive =
                new ZipArchiveInputStream(new SequenceInputStream(new ByteArrayInputStream(header), encoded.stream()));
        archive.getNextEntry();
        return archive;
    }

    /** APPNOTE 5.8.8: version, size of the properties, the properties; then a stream that may end with a mark. */
    private static InputStream lzma(ZipEntry entry, Content encoded) throws IOException {
        if (encoded.size() < 9 || encoded.littleEndian(2, 2) != 5) {
            throw Refusal.of("zip.deflate", Location.ofPart(entry.shown()), "LZMA properties");
        }
        byte properties = (byte) encoded.byteAt(4);
        long window = encoded.littleEndian(5, 4);
        if (window > (long) MOST_MEMORY << 10) {
            throw Refusal.of("archive.window", Location.ofPart(entry.shown()), Long.toString(window));
        }
        boolean marked = (entry.flags() & 2) != 0;
        return new LZMAInputStream(
                encoded.slice(9, encoded.size() - 9).stream(), marked ? -1 : entry.size(), properties, (int) window);
    }
}
