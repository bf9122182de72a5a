package jp.kiyome.quarantine.blob;

import static jp.kiyome.quarantine.fixture.Given.CITY;
import static jp.kiyome.quarantine.fixture.Given.TOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import jp.kiyome.core.content.ContentTooLarge;
import jp.kiyome.core.report.Digest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlobFilesTest {

    private static final int SEALED = 65_536 + 16;

    @TempDir
    Path folder;

    private BlobFiles files;

    @BeforeEach
    void open() throws IOException {
        files = new BlobFiles(folder.resolve("o"), folder.resolve("c"));
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private Staged write(byte[] bytes) throws IOException {
        return files.write(CITY, Area.ORIGINAL, new ByteArrayInputStream(bytes), 1 << 24);
    }

    private byte[] read(Staged staged) throws IOException {
        try (InputStream in = files.open(staged.place(), staged.key())) {
            return in.readAllBytes();
        }
    }

    private Path file(Staged staged) {
        return folder.resolve("o/midori-city")
                .resolve(staged.place().name().substring(0, 2))
                .resolve(staged.place().name());
    }

    @Test
    void everyLengthComesBack() throws IOException {
        for (int length : new int[] {0, 1, 65_535, 65_536, 65_537, 131_072, 131_073, 400_000}) {
            byte[] bytes = bytes(length);
            Staged staged = write(bytes);
            assertThat(staged.digest()).isEqualTo(Digest.of(new ByteArrayInputStream(bytes)));
            assertThat(read(staged)).isEqualTo(bytes);
        }
    }

    @Test
    void nothingOfTheContentIsOnDisk() throws IOException {
        String secret = "住民の氏名と住所".repeat(20);
        Staged staged = write(secret.getBytes(StandardCharsets.UTF_8));
        assertThat(new String(Files.readAllBytes(file(staged)), StandardCharsets.ISO_8859_1))
                .doesNotContain(new String("住民".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        assertThat(staged.place().name()).isNotEqualTo(staged.digest().sha256().substring(0, 32));
        assertThat(Files.getPosixFilePermissions(file(staged))).hasSize(2);
    }

    @Test
    void chunksCanBeNeitherMovedNorDroppedNorAddedNorCutOff() throws IOException {
        Staged staged = write(bytes(3 * 65_536));
        byte[] whole = Files.readAllBytes(file(staged));
        List<byte[]> chunks = List.of(chunk(whole, 0), chunk(whole, 1), chunk(whole, 2));
        byte[] form = Arrays.copyOf(whole, 8);
        for (List<byte[]> other : List.of(
                List.of(chunks.get(1), chunks.get(0), chunks.get(2)),
                List.of(chunks.get(0), chunks.get(2)),
                List.of(chunks.get(0), chunks.get(1)),
                List.of(chunks.get(0)),
                List.<byte[]>of(),
                List.of(chunks.get(0), chunks.get(1), chunks.get(1), chunks.get(2)),
                List.of(chunks.get(0), chunks.get(1), chunks.get(2), chunks.get(2)))) {
            List<byte[]> all = new ArrayList<>(List.of(form));
            all.addAll(other);
            Files.write(file(staged), joined(all));
            assertThatThrownBy(() -> read(staged)).isInstanceOf(BlobDamaged.class);
        }
        Files.write(file(staged), whole);
        assertThat(read(staged)).hasSize(3 * 65_536);
    }

    private static byte[] chunk(byte[] whole, int number) {
        return Arrays.copyOfRange(whole, 8 + number * SEALED, 8 + (number + 1) * SEALED);
    }

    private static byte[] joined(List<byte[]> parts) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.write(part);
        }
        return all.toByteArray();
    }

    @Test
    void everyBitCounts() throws IOException {
        Staged staged = write(bytes(50));
        byte[] whole = Files.readAllBytes(file(staged));
        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] changed = whole.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file(staged), changed);
            assertThatThrownBy(() -> read(staged)).isInstanceOf(BlobDamaged.class);
        }
    }

    @Test
    void aBlobOpensNowhereElse() throws IOException {
        Staged one = write(bytes(50));
        Staged two = write(bytes(50));
        Files.copy(file(one), file(two), StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> read(two)).isInstanceOf(BlobDamaged.class);
        assertThatThrownBy(() -> files.open(two.place(), one.key()).readAllBytes())
                .isInstanceOf(BlobDamaged.class);
    }

    @Test
    @SuppressWarnings("InputStreamSlowMultibyteRead")
    void whatIsTooLongOrBreaksOffLeavesNothing() {
        InputStream breaks = new InputStream() {
            private int left = 100_000;

            @Override
            public int read() throws IOException {
                if (left-- <= 0) {
                    throw new IOException("the sender is gone");
                }
                return 7;
            }
        };
        assertThatThrownBy(() -> files.write(CITY, Area.ORIGINAL, breaks, 1 << 20))
                .hasMessage("the sender is gone");
        assertThatThrownBy(() -> files.write(CITY, Area.CLEANED, new ByteArrayInputStream(bytes(100_001)), 100_000))
                .isInstanceOf(ContentTooLarge.class);
        for (String root : List.of("o", "c")) {
            try (Stream<Path> left = Files.walk(folder.resolve(root))) {
                assertThat(left.filter(Files::isRegularFile)).isEmpty();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    void eachTellsOneOrganisationsFinishedFilesOfOneArea() throws IOException {
        Staged staged = write(bytes(9));
        files.write(TOWN, Area.ORIGINAL, new ByteArrayInputStream(bytes(9)), 99);
        files.write(CITY, Area.CLEANED, new ByteArrayInputStream(bytes(9)), 99);
        Files.writeString(folder.resolve("o/midori-city/unfinished/" + "f".repeat(32)), "half");
        List<Place> told = new ArrayList<>();
        files.each(CITY, Area.ORIGINAL, Instant.now().plusSeconds(60), told::add);
        assertThat(told).containsExactly(staged.place());
    }

    @Test
    void aRootInsideTheOtherIsRefused() {
        assertThatThrownBy(() -> new BlobFiles(folder.resolve("x"), folder.resolve("x/y")))
                .isInstanceOf(IOException.class);
    }

    /** 5 GB with {@code -Dkiyome.store.gigabytes=5}; memory is that of two chunks whatever the length. */
    @Test
    void aLongStreamPasses() throws IOException {
        long length = Long.getLong("kiyome.store.gigabytes", 0) << 30;
        long size = length == 0 ? 30_000_000 : length;
        Staged staged = files.write(CITY, Area.ORIGINAL, zeros(size), size);
        try (InputStream in = files.open(staged.place(), staged.key())) {
            assertThat(Digest.of(in)).isEqualTo(staged.digest());
        }
        assertThat(staged.digest().size()).isEqualTo(size);
    }

    private static InputStream zeros(long size) {
        return new InputStream() {
            private long left = size;

            @Override
            public int read() {
                return left-- > 0 ? 0 : -1;
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                int given = (int) Math.min(length, left);
                left -= Math.max(given, 0);
                return given <= 0 ? -1 : given;
            }
        };
    }
}
