package jp.kiyome.image.tiff;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import jp.kiyome.image.stream.Refused;

/** Deflate (TIFF 6.0 supplement 2). Not for sharing. */
final class InflatedBytes implements StripBytes {

    private final StripInput in;
    private final Inflater inflater = new Inflater();
    private final byte[] buffer = new byte[1 << 13];

    InflatedBytes(StripInput in) {
        this.in = in;
    }

    @Override
    public void read(byte[] into, int from, int length) {
        int filled = 0;
        try {
            while (filled < length) {
                int count = inflater.inflate(into, from + filled, length - filled);
                filled += count;
                if (count == 0 && !feed()) {
                    throw Refused.truncated("TIFF strip");
                }
            }
        } catch (DataFormatException broken) {
            throw Refused.damaged("TIFF strip that does not inflate");
        }
    }

    private boolean feed() {
        int count = (int) Math.min(buffer.length, in.remaining());
        if (inflater.finished() || inflater.needsDictionary() || count == 0) {
            return false;
        }
        in.read(buffer, 0, count);
        inflater.setInput(buffer, 0, count);
        return true;
    }

    @Override
    public void close() {
        inflater.close();
    }
}
