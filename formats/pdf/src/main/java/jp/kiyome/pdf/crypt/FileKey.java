package jp.kiyome.pdf.crypt;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.CipherInputStream;
import jp.kiyome.pdf.cos.Cos;

/** Decrypts with the key of a file (ISO 32000-2, 7.6.3, algorithms 1 and 1.A). */
// Nobody compares two of these.
@SuppressWarnings("ArrayRecordComponent")
record FileKey(byte[] key, Method strings, Method streams) implements Decryptor {

    /** How a crypt filter encrypts (7.6.6, table 25). */
    enum Method {
        NONE,
        RC4,
        AES_128,
        AES_256
    }

    @Override
    public Cos.Str string(int number, int generation, Cos.Str string) {
        try (InputStream in = through(strings, number, generation, new ByteArrayInputStream(string.toBytes()))) {
            return Cos.Str.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public InputStream stream(int number, int generation, InputStream in) {
        return through(streams, number, generation, in);
    }

    private InputStream through(Method method, int number, int generation, InputStream in) {
        try {
            return switch (method) {
                case NONE -> in;
                case RC4 -> new CipherInputStream(in, Primitives.rc4(objectKey(number, generation, false)));
                case AES_128 -> new CbcInput(in, objectKey(number, generation, true));
                case AES_256 -> new CbcInput(in, key);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] objectKey(int number, int generation, boolean aes) {
        MessageDigest md5 = Primitives.digest("MD5");
        md5.update(key);
        md5.update(new byte[] {
            (byte) number, (byte) (number >> 8), (byte) (number >> 16), (byte) generation, (byte) (generation >> 8)
        });
        if (aes) {
            md5.update(new byte[] {0x73, 0x41, 0x6C, 0x54});
        }
        return Arrays.copyOf(md5.digest(), Math.min(16, key.length + 5));
    }
}
