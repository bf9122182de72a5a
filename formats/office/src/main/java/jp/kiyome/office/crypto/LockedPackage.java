package jp.kiyome.office.crypto;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;

/**
 * The stream EncryptedPackage ([MS-OFFCRYPTO] 2.3.4.4) read once from front to end: the size of what is locked in it, and
 * segments. Not thread-safe.
 */
final class LockedPackage {

    static final String NAME = "EncryptedPackage";
    static final int SEGMENT = 4096;
    static final int SIZE_FIELD = 8;

    private final InputStream in;
    private final byte[] sizeField;
    private final long plainSize;
    private final long excess;
    private final byte[] segment = new byte[SEGMENT];

    /** @param streamSize bytes of the whole stream */
    LockedPackage(InputStream in, long streamSize) {
        this.in = in;
        this.sizeField = read(SIZE_FIELD);
        long size = 0;
        for (int i = sizeField.length - 1; i >= 0; i--) {
            size = size << 8 | (sizeField[i] & 0xFF);
        }
        this.plainSize = size;
        long locked = streamSize - SIZE_FIELD;
        if (size < 0 || size > locked) {
            throw broken(size + " bytes in " + locked);
        }
        long whole = size + (Aes.BLOCK - size % Aes.BLOCK) % Aes.BLOCK;
        this.excess = Math.max(0, locked - whole);
    }

    byte[] sizeField() {
        return sizeField.clone();
    }

    /** Bytes of the package inside. */
    long plainSize() {
        return plainSize;
    }

    /** Bytes past the last block that the package needs. */
    long excess() {
        return excess;
    }

    /** Reads on: a full {@link #segment} until the last. Gives its length, 0 at the end. */
    int next() {
        try {
            return in.readNBytes(segment, 0, SEGMENT);
        } catch (IOException e) {
            throw new UncheckedIOException("content has no input errors", e);
        }
    }

    /** What was read last. */
    byte[] segment() {
        return segment;
    }

    static Refusal broken(String how) {
        return Refusal.of("crypto.package", Location.ofPart(NAME), how);
    }

    private byte[] read(int count) {
        try {
            byte[] bytes = in.readNBytes(count);
            if (bytes.length < count) {
                throw broken(bytes.length + " bytes");
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("content has no input errors", e);
        }
    }
}
