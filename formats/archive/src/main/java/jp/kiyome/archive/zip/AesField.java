package jp.kiyome.archive.zip;

import java.util.Optional;
import jp.kiyome.container.zip.ZipEntry;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;

/**
 * The extra field 0x9901 of AES encryption.
 *
 * @param summed whether the CRC-32 is declared (AE-1) or left to the HMAC (AE-2)
 * @param keySize bytes
 * @param method how the data is compressed before it is encrypted
 */
record AesField(boolean summed, int keySize, int method) {

    /** The method that stands in the headers of a member encrypted so. */
    static final int METHOD = 99;

    private static final int SIZE = 7;

    /** Refuses a field without encryption and the other way round. */
    static Optional<AesField> of(ZipEntry entry) {
        Location where = Location.ofPart(entry.shown());
        if (entry.aes().isEmpty() != (entry.method() != METHOD) || entry.aes().isPresent() && !entry.locked()) {
            throw Refusal.of("archive.encryption", where, "field and method disagree");
        }
        return entry.aes().map(data -> {
            boolean known = data.length == SIZE
                    && (data[0] == 1 || data[0] == 2)
                    && data[1] == 0
                    && data[2] == 'A'
                    && data[3] == 'E'
                    && data[4] >= 1
                    && data[4] <= 3;
            if (!known) {
                throw Refusal.of("archive.encryption", where, "field");
            }
            return new AesField(data[0] == 1, 8 + 8 * data[4], data[5] & 0xFF | (data[6] & 0xFF) << 8);
        });
    }

    /** AE-2 with AES-256: the whole block with id and size. */
    static byte[] strongest(int method) {
        return new byte[] {0x01, (byte) 0x99, SIZE, 0, 2, 0, 'A', 'E', 3, (byte) method, (byte) (method >>> 8)};
    }
}
