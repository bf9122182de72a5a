package jp.kiyome.ichitaro.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import jp.kiyome.container.cfb.CompoundFile;
import jp.kiyome.container.cfb.CompoundStream;
import jp.kiyome.ichitaro.raw.Notes;

/**
 * Reads streams of a compound file.
 *
 * @param file open for as long as this is used
 */
record Streams(CompoundFile file) {

    /** A text of a thousand pages has some ten of these. */
    private static final long LARGEST = 64L << 20;

    byte[] read(CompoundStream stream, Notes notes) {
        if (stream.size() > LARGEST) {
            throw notes.damaged(stream.size() + " bytes");
        }
        notes.budget().decode(stream.size());
        try (InputStream in = file.open(stream)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("content has no input errors", e);
        }
    }
}
