package jp.kiyome.bridge.probe;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.content.Workspace;

/** Samples that harm nobody and that a scanner must not pass. The same bytes each time. */
public final class ProbeSample {

    /** Deeper than clamd can be told to look (clamd.conf(5), MaxRecursion is at most 100). */
    private static final int DEEPER_THAN_ANY = 120;

    private static final int BLOCK = 1 << 16;

    private ProbeSample() {}

    /** EICAR's test file; kept in two halves so that no scanner takes this program for it. */
    public static Content eicar() {
        return HeapContent.of(eicarBytes());
    }

    private static byte[] eicarBytes() {
        String first = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-";
        return (first + "ANTIVIRUS-TEST-FILE!$H+H*").getBytes(StandardCharsets.US_ASCII);
    }

    /** Compressed so many times that every scanner must give up, and has to say so. */
    public static Content bottomless() {
        byte[] bytes = new byte[10];
        for (int i = 0; i < DEEPER_THAN_ANY; i++) {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (OutputStream gzip = new GZIPOutputStream(packed)) {
                gzip.write(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException("memory has no write errors", e);
            }
            bytes = packed.toByteArray();
        }
        return HeapContent.of(bytes);
    }

    /**
     * A ZIP file of about this size with EICAR's test file as its last member: who does not read to the end misses it.
     *
     * @param size bytes
     */
    public static Content large(long size, Workspace workspace) {
        Sink sink = workspace.sink();
        long padding = Math.max(0, size - 512);
        try (ZipOutputStream zip = new ZipOutputStream(sink)) {
            stored(zip, "padding.bin", padding, crcOfZeros(padding));
            for (long left = padding; left > 0; left -= BLOCK) {
                zip.write(new byte[(int) Math.min(BLOCK, left)]);
            }
            zip.closeEntry();
            byte[] eicar = eicarBytes();
            CRC32 crc = new CRC32();
            crc.update(eicar);
            stored(zip, "eicar.com", eicar.length, crc.getValue());
            zip.write(eicar);
            zip.closeEntry();
            zip.finish();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a sample", e);
        }
        return sink.finish();
    }

    private static void stored(ZipOutputStream zip, String name, long size, long crc) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(size);
        entry.setCrc(crc);
        entry.setTimeLocal(java.time.LocalDateTime.of(2000, 1, 1, 0, 0));
        zip.putNextEntry(entry);
    }

    private static long crcOfZeros(long count) {
        CRC32 crc = new CRC32();
        byte[] zeros = new byte[BLOCK];
        for (long left = count; left > 0; left -= BLOCK) {
            crc.update(zeros, 0, (int) Math.min(BLOCK, left));
        }
        return crc.getValue();
    }
}
