package jp.kiyome.archive.sevenz;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import jp.kiyome.archive.zstd.ZstdInput;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.PasswordNeeded;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.Budget;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.deflate64.Deflate64CompressorInputStream;
import org.tukaani.xz.LZMA2InputStream;
import org.tukaani.xz.LZMAInputStream;

/** Opens folders. Windows are held to a limit before anything is allocated. Not thread-safe. */
final class Decoders {

    /** Bytes of all windows of a folder: the highest preset of 7-Zip has 64 MiB, and two of 1 MiB beside BCJ2. */
    private static final long MOST_MEMORY = 66L << 20;

    private static final int LEAST_WINDOW = 4096;

    private final Content content;
    private final Budget budget;
    private final Map<String, byte[]> keys = new HashMap<>();
    private long memory = MOST_MEMORY;
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
        memory = MOST_MEMORY;
        return open(folder.last());
    }

    private InputStream open(Source source) throws IOException {
        return switch (source) {
            case Source.Packed(long at, long size) -> content.slice(at, size).stream();
            case Source.Coded(Coder coder, List<Source> inputs) -> {
                List<InputStream> streams = new ArrayList<>();
                for (Source input : inputs) {
                    streams.add(open(input));
                }
                yield new Cut(step(coder, streams), coder.unpacked());
            }
        };
    }

    private InputStream step(Coder coder, List<InputStream> inputs) throws IOException {
        InputStream in = inputs.getFirst();
        byte[] properties = coder.properties();
        long id = coder.id();
        if (id == Id.COPY) {
            return in;
        } else if (id == Id.LZMA) {
            return lzma(coder, in);
        } else if (id == Id.LZMA2) {
            return new LZMA2InputStream(in, lzma2Window(properties));
        } else if (id == Id.PPMD) {
            return ppmd(properties, in);
        } else if (id == Id.BCJ2) {
            return new Bcj2Stream(in, inputs.get(1), inputs.get(2), inputs.get(3));
        } else if (id == Id.DEFLATE) {
            return new InflaterInputStream(in, new Inflater(true), 1 << 15);
        } else if (id == Id.DEFLATE64) {
            return new Deflate64CompressorInputStream(in);
        } else if (id == Id.BZIP2) {
            return new BZip2CompressorInputStream(in, true);
        } else if (id == Id.ZSTD) {
            return new ZstdInput(in);
        } else if (id == Id.AES) {
            return aes(SevenZKey.read(properties), in);
        }
        return Filters.open(coder, in);
    }

    private InputStream lzma(Coder coder, InputStream in) throws IOException {
        byte[] properties = coder.properties();
        if (properties.length != 5) {
            throw HeaderInput.broken("LZMA properties");
        }
        int window = Math.max(spend(little(properties)), LEAST_WINDOW);
        return new LZMAInputStream(in, coder.unpacked(), properties[0], window);
    }

    private InputStream ppmd(byte[] properties, InputStream in) {
        int order = properties.length == 5 ? properties[0] & 0xFF : 0;
        if (order < 2 || order > 64 || little(properties) < 1 << 11) {
            throw HeaderInput.broken("PPMd properties");
        }
        return new PpmStream(in, order, spend(little(properties)));
    }

    /** Four bytes behind the first. */
    private static long little(byte[] properties) {
        long value = 0;
        for (int i = 4; i > 0; i--) {
            value = value << 8 | properties[i] & 0xFF;
        }
        return value;
    }

    private int lzma2Window(byte[] properties) {
        int bits = properties.length == 1 ? properties[0] & 0xFF : 41;
        if (bits > 40) {
            throw HeaderInput.broken("LZMA2 properties");
        }
        return Math.max(spend(bits == 40 ? 0xFFFF_FFFFL : (2L | bits & 1) << bits / 2 + 11), LEAST_WINDOW);
    }

    /** Windows and models of a folder stand in memory together. */
    private int spend(long bytes) {
        if (bytes > memory) {
            throw Refusal.of("archive.window", Long.toString(bytes));
        }
        memory -= bytes;
        return (int) bytes;
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
