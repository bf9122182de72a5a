package jp.kiyome.quarantine.blob;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import jp.kiyome.quarantine.key.DataKey;

/**
 * The form of a blob: eight bytes that name it, then chunks of {@link #PLAIN} bytes, each sealed with AES-256-GCM. The nonce is the
 * chunk's number (11 bytes) and whether it is the last (1 byte), so that chunks can be neither dropped, added, moved nor cut off
 * (STREAM: Hoang, Reyhanitabar, Rogaway, Vizár 2015). The key serves one blob alone, so no nonce comes twice. The last chunk may
 * be short; it is empty only in an empty blob.
 */
final class Chunks {

    static final byte[] FORM = "KIYBLOB1".getBytes(StandardCharsets.US_ASCII);
    static final int PLAIN = 1 << 16;
    static final int TAG = 16;
    static final int SEALED = PLAIN + TAG;

    private final Cipher cipher;
    private final DataKey key;
    private final byte[] bound;
    private long number;

    Chunks(DataKey key, Place place) {
        this.key = key;
        this.bound = place.bound();
        try {
            this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    /** The next chunk sealed into {@code out}; gives its length. */
    int seal(byte[] plain, int length, boolean last, byte[] out) throws GeneralSecurityException {
        return next(Cipher.ENCRYPT_MODE, last).doFinal(plain, 0, length, out);
    }

    /** The next chunk opened into {@code out}; gives its length. */
    int open(byte[] sealed, int length, boolean last, byte[] out) throws GeneralSecurityException {
        return next(Cipher.DECRYPT_MODE, last).doFinal(sealed, 0, length, out);
    }

    private Cipher next(int mode, boolean last) throws GeneralSecurityException {
        ByteBuffer nonce = ByteBuffer.allocate(12).putLong(3, number++).put(11, (byte) (last ? 1 : 0));
        cipher.init(mode, key.secret(), new GCMParameterSpec(TAG * 8, nonce.array()));
        cipher.updateAAD(bound);
        return cipher;
    }
}
