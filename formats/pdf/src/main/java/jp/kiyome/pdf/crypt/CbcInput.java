package jp.kiyome.pdf.crypt;

import java.io.IOException;
import java.io.InputStream;
import javax.crypto.Cipher;

/** Decrypts AES-CBC data that begins with its initialisation vector and ends with padding (ISO 32000-2, 7.6.3.1). */
final class CbcInput extends InputStream {

    private static final int CHUNK = 1 << 12;

    private final InputStream in;
    private final Cipher cipher;
    private final byte[] buffer = new byte[CHUNK + Primitives.BLOCK];
    private int at;
    private int end;
    private int held;
    private boolean last;

    CbcInput(InputStream in, byte[] key) throws IOException {
        this.in = in;
        byte[] iv = new byte[Primitives.BLOCK];
        last = in.readNBytes(iv, 0, iv.length) < iv.length;
        cipher = Primitives.cbc(Cipher.DECRYPT_MODE, key, iv);
    }

    @Override
    public int read() throws IOException {
        return at < end || fill() ? buffer[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (at >= end && !fill()) {
            return -1;
        }
        int count = Math.min(length, end - at);
        System.arraycopy(buffer, at, target, offset, count);
        at += count;
        return count;
    }

    /** Always keeps the last block back, for its padding. */
    private boolean fill() throws IOException {
        if (last) {
            return false;
        }
        System.arraycopy(buffer, end, buffer, 0, held);
        byte[] chunk = new byte[CHUNK];
        int read = in.readNBytes(chunk, 0, CHUNK);
        last = read < CHUNK;
        byte[] plain = cipher.update(chunk, 0, read - read % Primitives.BLOCK);
        int length = plain == null ? 0 : plain.length;
        if (length > 0) {
            System.arraycopy(plain, 0, buffer, held, length);
        }
        int all = held + length;
        at = 0;
        if (last) {
            int padding = all == 0 ? 0 : buffer[all - 1] & 0xFF;
            end = all - (padding >= 1 && padding <= Primitives.BLOCK && padding <= all ? padding : 0);
        } else {
            held = Primitives.BLOCK;
            end = all - held;
        }
        return at < end || fill();
    }
}
