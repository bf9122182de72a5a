package jp.kiyome.quarantine.blob;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import jp.kiyome.core.content.ContentTooLarge;
import jp.kiyome.core.report.Digest;
import jp.kiyome.quarantine.key.DataKey;

/** Writes one blob chunk by chunk, and hashes what it is given on the way. Not thread-safe. */
final class BlobWriting implements AutoCloseable {

    static final Set<PosixFilePermission> OWNER_ONLY_FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final FileChannel channel;
    private final Chunks chunks;
    private final MessageDigest sha256;
    private final byte[] sealed = new byte[Chunks.SEALED];

    BlobWriting(Path file, Place place, DataKey key) throws IOException {
        this.chunks = new Chunks(key, place);
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        this.channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW),
                PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        write(Chunks.FORM, Chunks.FORM.length);
    }

    /** All of a stream; a chunk is written when it is known whether another follows. */
    Digest copy(InputStream content, long most) throws IOException {
        byte[] now = new byte[Chunks.PLAIN];
        byte[] next = new byte[Chunks.PLAIN];
        long size = 0;
        int length = content.readNBytes(now, 0, Chunks.PLAIN);
        boolean last = false;
        while (!last) {
            size += length;
            if (size > most) {
                throw new ContentTooLarge(most);
            }
            int following = length < Chunks.PLAIN ? 0 : content.readNBytes(next, 0, Chunks.PLAIN);
            last = following == 0;
            seal(now, length, last);
            byte[] swap = now;
            now = next;
            next = swap;
            length = following;
        }
        return new Digest(size, HexFormat.of().formatHex(sha256.digest()));
    }

    private void seal(byte[] plain, int length, boolean last) throws IOException {
        sha256.update(plain, 0, length);
        try {
            write(sealed, chunks.seal(plain, length, last, sealed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM cannot seal", e);
        }
    }

    private void write(byte[] bytes, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    void force() throws IOException {
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
