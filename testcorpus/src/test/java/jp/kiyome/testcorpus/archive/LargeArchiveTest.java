package jp.kiyome.testcorpus.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Memory does not grow with an archive of pictures: a process of its own with a heap of 256 MB rebuilds and verifies it. */
class LargeArchiveTest {

    private static final int MEGABYTE = 1 << 20;
    private static final int PICTURE = 4 * MEGABYTE;

    /** Names, headers and the report of a few hundred members more, and what a collection at another moment finds. */
    private static final long ALLOWED = 48L * MEGABYTE;

    /** The report and the listing of an archive hold about 6 KB for each member. */
    private static final long ALLOWED_FOR_THOUSANDS = 64L * MEGABYTE;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"zip", "tar"})
    void threeHundredMegabytesNeedTheHeapOfTen(String type) throws IOException, InterruptedException {
        long small = heap(archive(type, 10));
        assertThat(heap(archive(type, 300))).isLessThan(small + ALLOWED);
    }

    /** 13 GB of disk and some minutes, so only by hand: {@code -DargLine="-Dkiyome.large=true"}. */
    @ParameterizedTest
    @ValueSource(strings = {"zip", "tar"})
    @EnabledIfSystemProperty(named = "kiyome.large", matches = "true")
    void fourGigabytesNeedTheHeapOfTenMegabytes(String type) throws IOException, InterruptedException {
        long small = heap(archive(type, 10));
        assertThat(heap(archive(type, 4200))).isLessThan(small + ALLOWED_FOR_THOUSANDS);
    }

    /** What was in use at most. */
    private long heap(Path archive) throws IOException, InterruptedException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                HeapProbe.class.getName(),
                archive.toString(),
                folder.toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor()).as(said).isZero();
        Files.delete(archive);
        String last = said.substring(said.lastIndexOf('\n') + 1);
        assertThat(last).matches("rebuilt \\d+");
        System.getLogger("heap").log(System.Logger.Level.INFO, archive.getFileName() + ": " + last);
        return Long.parseLong(last.substring(last.indexOf(' ') + 1));
    }

    private Path archive(String type, int megabytes) throws IOException {
        Path file = folder.resolve(megabytes + "." + type);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), MEGABYTE)) {
            byte[] picture = picture();
            if (type.equals("zip")) {
                zip(out, picture, megabytes / 4);
            } else {
                tar(out, picture, megabytes / 4);
            }
        }
        return file;
    }

    private static void zip(OutputStream out, byte[] picture, int count) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            CRC32 crc = new CRC32();
            crc.update(picture);
            for (int i = 0; i < count; i++) {
                ZipEntry entry = new ZipEntry("photo-" + i + ".bmp");
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(picture.length);
                entry.setCrc(crc.getValue());
                zip.putNextEntry(entry);
                zip.write(picture);
                zip.closeEntry();
            }
        }
    }

    private static void tar(OutputStream out, byte[] picture, int count) throws IOException {
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            for (int i = 0; i < count; i++) {
                TarArchiveEntry entry = new TarArchiveEntry("photo-" + i + ".bmp");
                entry.setSize(picture.length);
                tar.putArchiveEntry(entry);
                tar.write(picture);
                tar.closeArchiveEntry();
            }
        }
    }

    /** A picture of noise, so that nothing gets smaller by packing. */
    private static byte[] picture() {
        int width = 1024;
        int height = PICTURE / width / 3;
        int size = width * height * 3;
        ByteBuffer bmp = ByteBuffer.allocate(54 + size).order(ByteOrder.LITTLE_ENDIAN);
        bmp.put((byte) 'B').put((byte) 'M').putInt(54 + size).putInt(0).putInt(54);
        bmp.putInt(40).putInt(width).putInt(height).putShort((short) 1).putShort((short) 24);
        bmp.putInt(0).putInt(size).putInt(2835).putInt(2835).putInt(0).putInt(0);
        byte[] noise = new byte[size];
        new Random(1).nextBytes(noise);
        return bmp.put(noise).array();
    }
}
