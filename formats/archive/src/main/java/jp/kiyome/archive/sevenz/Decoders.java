package jp.kiyome.archive.sevenz;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.PasswordNeeded;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.Budget;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.deflate64.Deflate64CompressorInputStream;
import org.tukaani.xz.DeltaOptions;
import org.tukaani.xz.LZMA2InputStream;
import org.tukaani.xz.LZMAInputStream;
import org.tukaani.xz.X86Options;

/** Opens folders. Windows are held to a limit before anything is allocated. Not thread-safe. */
final class Decoders {

    /** Bytes of a window: the highest preset of 7-Zip has 64 MiB. */
    private static final long MOST_WINDOW = 64L << 20;

    private final Content content;
    private final Budget budget;
    private final Map<String, byte[]> keys = new HashMap<>();
    private Optional<String> password = Optional.empty();

    Decoders(Content content, Budget budget) {
        this.content = content;
        this.budget = budget;
    }

    void use(String candidate) {
        password = Optional.of(candidate);
    }

    Optional<String> password() {
        return password;
    }

    /** The unpacked bytes; the stream ends with them, whatever the coders would give beyond. */
    InputStream open(Folder folder) throws IOException {
        InputStream in = content.slice(folder.packedAt(), folder.packed()).stream();
        for (Coder coder : folder.coders()) {
            in = new Cut(step(coder, in), coder.unpacked());
        }
        return in;
    }

    private InputStream step(Coder coder, InputStream in) throws IOException {
        byte[] properties = coder.properties();
        if (coder.id() == Id.COPY) {
            return in;
        } else if (coder.id() == Id.LZMA) {
            return lzma(coder, in);
        } else if (coder.id() == Id.LZMA2) {
            return new LZMA2InputStream(in, lzma2Window(properties));
        } else if (coder.id() == Id.DEFLATE) {
            return new InflaterInputStream(in, new Inflater(true), 1 << 15);
        } else if (coder.id() == Id.DEFLATE64) {
            return new Deflate64CompressorInputStream(in);
        } else if (coder.id() == Id.BZIP2) {
            return new BZip2CompressorInputStream(in, true);
        } else if (coder.id() == Id.DELTA) {
            return new DeltaOptions(properties.length == 1 ? (properties[0] & 0xFF) + 1 : 1).getInputStream(in);
        } else if (coder.id() == Id.BCJ_X86 || coder.id() == Id.X86) {
            return new X86Options().getInputStream(in);
        } else if (coder.id() == Id.AES) {
            return aes(SevenZKey.read(properties), in);
        }
        throw Refusal.of("sevenz.method", "0x" + Long.toHexString(coder.id()));
    }

    private static InputStream lzma(Coder coder, InputStream in) throws IOException {
        byte[] properties = coder.properties();
        if (properties.length != 5) {
            throw HeaderInput.broken("LZMA properties");
        }
        long window = 0;
        for (int i = 4; i > 0; i--) {
            window = window << 8 | properties[i] & 0xFF;
        }
        return new LZMAInputStream(in, coder.unpacked(), properties[0], bounded(window));
    }

    private static int lzma2Window(byte[] properties) {
        int bits = properties.length == 1 ? properties[0] & 0xFF : 41;
        if (bits > 40) {
            throw HeaderInput.broken("LZMA2 properties");
        }
        return bounded(bits == 40 ? 0xFFFF_FFFFL : (2L | bits & 1) << bits / 2 + 11);
    }

    private static int bounded(long window) {
        if (window > MOST_WINDOW) {
            throw Refusal.of("archive.window", Long.toString(window));
        }
        return (int) Math.max(window, 4096);
    }

    private InputStream aes(SevenZKey key, InputStream in) {
        String secret = password.orElseThrow(() -> new PasswordNeeded("7z"));
        String name = secret + "\0" + key.power() + Arrays.toString(key.salt());
        byte[] derived = keys.computeIfAbsent(name, _ -> key.derive(secret, budget));
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(derived, "AES"), new IvParameterSpec(key.vector()));
            return new CipherInputStream(in, cipher);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES", e);
        }
    }
}
