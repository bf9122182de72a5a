package jp.kiyome.quarantine.blob;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Objects;
import jp.kiyome.quarantine.key.DataKey;

/** Reads a blob chunk by chunk. Every byte it gives is as it was written; the end is only told where the end is. */
final class BlobReading extends InputStream {

    private final InputStream file;
    private final Place place;
    private final Chunks chunks;
    private final byte[] sealed = new byte[Chunks.SEALED + 1];
    private final byte[] plain = new byte[Chunks.SEALED];
    private int ahead;
    private int at;
    private int end;
    private boolean last;

    BlobReading(InputStream file, Place place, DataKey key) throws IOException {
        this.file = file;
        this.place = place;
        this.chunks = new Chunks(key, place);
        if (!Arrays.equals(file.readNBytes(Chunks.FORM.length), Chunks.FORM)) {
            throw new BlobDamaged(place, "not of this form");
        }
    }

    /** One byte more than a chunk is read: whether it is there says whether the chunk is the last. */
    private boolean fill() throws IOException {
        if (last) {
            return false;
        }
        int length = ahead + file.readNBytes(sealed, ahead, sealed.length - ahead);
        last = length <= Chunks.SEALED;
        if (length < Chunks.TAG) {
            throw new BlobDamaged(place, "cut off");
        }
        try {
            end = chunks.open(sealed, Math.min(length, Chunks.SEALED), last, plain);
        } catch (GeneralSecurityException e) {
            throw new BlobDamaged(place, "not authentic");
        }
        at = 0;
        ahead = last ? 0 : 1;
        sealed[0] = sealed[Chunks.SEALED];
        return end > 0;
    }

    @Override
    public int read() throws IOException {
        return at < end || fill() ? plain[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        if (at >= end && !fill()) {
            return -1;
        }
        int given = Math.min(length, end - at);
        System.arraycopy(plain, at, target, offset, given);
        at += given;
        return given;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
