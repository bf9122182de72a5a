package jp.kiyome.archive.zip;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.kiyome.container.zip.ZipEntries;
import jp.kiyome.container.zip.ZipEntry;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.finding.PasswordNeeded;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.spi.Session;

/** Finds the password of an archive among those at hand, and decrypts its members. */
final class Unlocking {

    /** How a password is bytes: by today's programs, and by those of Japanese Windows. */
    private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, Charset.forName("windows-31j"));

    private final ZipEntries entries;
    private final Session session;

    /** A password that fits. */
    @SuppressWarnings("ArrayRecordComponent")
    record Key(String password, byte[] bytes) {}

    Unlocking(ZipEntries entries, Session session) {
        this.entries = entries;
        this.session = session;
    }

    /** @throws PasswordNeeded when something is encrypted and nothing fits */
    Optional<Key> key() {
        Optional<ZipEntry> smallest = entries.entries().stream()
                .filter(ZipEntry::locked)
                .min(Comparator.comparingLong(ZipEntry::compressedSize));
        if (smallest.isEmpty()) {
            return Optional.empty();
        }
        for (String password : session.passwords()) {
            List<byte[]> ways = CHARSETS.stream()
                    .map(password::getBytes)
                    .filter(bytes -> bytes.length > 0)
                    .toList();
            for (byte[] bytes : ways) {
                session.budget().checkTime();
                if (opens(smallest.get(), bytes)) {
                    return Optional.of(new Key(password, bytes));
                }
            }
        }
        throw new PasswordNeeded("zip: " + session.passwords().size() + " passwords tried");
    }

    private boolean opens(ZipEntry entry, byte[] password) {
        boolean[] opened = new boolean[1];
        session.piece(own -> {
            try {
                opened[0] = decode(entry, password, own, OutputStream.nullOutputStream());
            } catch (Refusal wrongPassword) {
                // The two bytes that tell a wrong one soon let one of 65,536 through, that of ZipCrypto one of 256.
                opened[0] = false;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return opened[0];
    }

    /** Whether the password was right, as far as that can be told without decoding. */
    boolean decode(ZipEntry entry, byte[] password, Session own, OutputStream target) throws IOException {
        Sink decrypted = own.scratch();
        Optional<AesField> aes = AesField.of(entry);
        boolean right = aes.isPresent() ? aes(entry, aes.get(), password, decrypted) : old(entry, password, decrypted);
        if (!right) {
            return false;
        }
        int method = aes.map(AesField::method).orElse(entry.method());
        boolean summed = aes.map(AesField::summed).orElse(true);
        try (InputStream in = entries.decode(entry, method, decrypted.finish(), summed, new ZipMethods())) {
            in.transferTo(target);
        }
        return true;
    }

    private boolean aes(ZipEntry entry, AesField field, byte[] password, Sink decrypted) {
        Content data = entries.data(entry);
        int salt = field.keySize() / 2;
        long length = data.size() - salt - Aes.CHECK - Aes.MAC;
        if (length < 0) {
            throw Refusal.of("archive.encryption", "too short");
        }
        Aes aes = new Aes(password, bytes(data, 0, salt), field.keySize());
        if (!Arrays.equals(aes.check(), bytes(data, salt, Aes.CHECK))) {
            return false;
        }
        byte[] mac = bytes(data, data.size() - Aes.MAC, Aes.MAC);
        aes.decrypt(data.slice((long) salt + Aes.CHECK, length), mac, decrypted, session.budget());
        return true;
    }

    private boolean old(ZipEntry entry, byte[] password, Sink decrypted) {
        Content data = entries.data(entry);
        if (data.size() < ZipCrypto.HEADER) {
            throw Refusal.of("archive.encryption", "too short");
        }
        // The last byte of the header is the highest of the CRC-32, or of the time where that was not known (APPNOTE
        // 6.1.6).
        boolean late = (entry.flags() & 8) != 0;
        int check = (int) (late ? entry.time() >>> 8 & 0xFF : entry.crc32() >>> 24);
        return new ZipCrypto(password).decrypt(data, check, decrypted)
                || late && new ZipCrypto(password).decrypt(data, (int) (entry.crc32() >>> 24), decrypted);
    }

    static byte[] bytes(Content data, long at, int length) {
        byte[] bytes = new byte[length];
        data.copy(at, bytes, 0, length);
        return bytes;
    }

    /** The ways in which a member can be locked, for comparing how strong they are. */
    static boolean strongest(Stream<ZipEntry> files) {
        return files.allMatch(entry -> entry.locked()
                && AesField.of(entry).filter(field -> field.keySize() == 32).isPresent());
    }
}
