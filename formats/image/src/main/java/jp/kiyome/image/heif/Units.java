package jp.kiyome.image.heif;

import jp.kiyome.core.content.Sink;
import jp.kiyome.image.stream.ByteReader;
import jp.kiyome.image.stream.ByteWriter;

/** Bytes on their way into the output, a buffer at a time. */
final class Units {

    private static final int BUFFER = 1 << 13;

    private Units() {}

    static void copy(ByteReader in, long length, Sink out) {
        byte[] buffer = new byte[BUFFER];
        for (long left = length; left > 0; left -= buffer.length) {
            int count = (int) Math.min(buffer.length, left);
            in.read(buffer, 0, count);
            out.write(buffer, 0, count);
        }
    }

    static void write(ByteWriter bytes, Sink out) {
        byte[] written = bytes.toByteArray();
        out.write(written, 0, written.length);
    }
}
