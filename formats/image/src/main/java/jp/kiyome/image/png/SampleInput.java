package jp.kiyome.image.png;

import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.spi.Session;
import jp.kiyome.image.stream.Refused;
import jp.kiyome.image.stream.Removed;

/** Inflates the one zlib stream that an image's chunks hold together (PNG 10.1). Not for sharing; to be closed. */
final class SampleInput implements AutoCloseable {

    private final Content content;
    private final List<Chunk> chunks;
    private final int skip;
    private final Inflater inflater = new Inflater();
    private final byte[] buffer = new byte[1 << 14];
    private int chunk;
    private long position;

    /** @param skip bytes at the start of each chunk that are no image data: 4 in fdAT */
    SampleInput(Content content, List<Chunk> chunks, int skip) {
        this.content = content;
        this.chunks = chunks;
        this.skip = skip;
        this.position = chunks.getFirst().start() + skip;
    }

    /** Fills {@code row} up to {@code length}; throws when the stream does not hold so much. */
    void read(byte[] row, int length) {
        int filled = 0;
        while (filled < length) {
            int count = inflate(row, filled, length - filled);
            if (count < 0) {
                throw Refused.truncated("PNG image data");
            }
            filled += count;
        }
    }

    private int inflate(byte[] into, int from, int length) {
        try {
            int count = inflater.inflate(into, from, length);
            if (count == 0
                    && (inflater.finished() || inflater.needsDictionary() || (inflater.needsInput() && !feed()))) {
                return -1;
            }
            return count;
        } catch (DataFormatException broken) {
            throw Refused.damaged("PNG image data that does not inflate");
        }
    }

    private boolean feed() {
        while (position >= chunks.get(chunk).end()) {
            if (++chunk == chunks.size()) {
                chunk--;
                return false;
            }
            position = chunks.get(chunk).start() + skip;
        }
        int count = (int) Math.min(buffer.length, chunks.get(chunk).end() - position);
        content.copy(position, buffer, 0, count);
        position += count;
        inflater.setInput(buffer, 0, count);
        return true;
    }

    /** To be called behind the last row: says when there is more, in the zlib stream or behind it. */
    void end(Session session) {
        byte[] more = new byte[1];
        boolean excess;
        try {
            excess = inflate(more, 0, 1) > 0 || (!inflater.finished() && inflate(more, 0, 1) >= 0);
        } catch (jp.kiyome.core.finding.Refusal badCheckSum) {
            excess = true;
        }
        boolean behind =
                inflater.getRemaining() > 0 || position < chunks.get(chunk).end() || chunk < chunks.size() - 1;
        if (excess || behind || !inflater.finished()) {
            session.found(Removed.from("image.gap", chunks.getLast().type() + " behind the last row"));
        }
    }

    @Override
    public void close() {
        inflater.close();
    }
}
