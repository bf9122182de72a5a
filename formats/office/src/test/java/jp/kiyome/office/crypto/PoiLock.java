package jp.kiyome.office.crypto;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import org.apache.poi.poifs.crypt.ChainingMode;
import org.apache.poi.poifs.crypt.CipherAlgorithm;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.crypt.HashAlgorithm;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Locks and opens packages with Apache POI, which shares no code with ours. */
record PoiLock(EncryptionMode mode, CipherAlgorithm cipher, HashAlgorithm hash, ChainingMode chaining, int spins) {

    /** What a test may do to a file before it is written. */
    @FunctionalInterface
    interface Change {
        void on(POIFSFileSystem file) throws IOException;
    }

    static PoiLock agile(CipherAlgorithm cipher, HashAlgorithm hash) {
        return new PoiLock(EncryptionMode.agile, cipher, hash, ChainingMode.cbc, 100_000);
    }

    /** As Office writes it today. */
    static PoiLock usual() {
        return agile(CipherAlgorithm.aes256, HashAlgorithm.sha512);
    }

    static PoiLock standard(CipherAlgorithm cipher) {
        return new PoiLock(EncryptionMode.standard, cipher, HashAlgorithm.sha1, ChainingMode.ecb, 50_000);
    }

    PoiLock with(ChainingMode other) {
        return new PoiLock(mode, cipher, hash, other, spins);
    }

    /** Fewer rounds, for tests that open many files. */
    PoiLock quick() {
        return new PoiLock(mode, cipher, hash, chaining, 1);
    }

    byte[] lock(byte[] plain, String password) {
        return lock(plain, password, file -> {});
    }

    byte[] lock(byte[] plain, String password, Change change) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (POIFSFileSystem file = new POIFSFileSystem()) {
            EncryptionInfo info = new EncryptionInfo(mode, cipher, hash, -1, -1, chaining);
            if (mode == EncryptionMode.agile) {
                info.getVerifier().setSpinCount(spins);
            }
            Encryptor encryptor = info.getEncryptor();
            encryptor.confirmPassword(password);
            try (OutputStream out = encryptor.getDataStream(file)) {
                out.write(plain);
            }
            change.on(file);
            file.writeFilesystem(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    /** What is locked in a file, with a password that opens it. */
    static byte[] open(byte[] locked, String password) {
        try (POIFSFileSystem file = new POIFSFileSystem(new ByteArrayInputStream(locked))) {
            Decryptor decryptor = new EncryptionInfo(file).getDecryptor();
            if (!decryptor.verifyPassword(password)) {
                throw new IllegalArgumentException("not the password");
            }
            try (InputStream plain = decryptor.getDataStream(file)) {
                return plain.readAllBytes();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
