package jp.kiyome.archive.lha;

import java.util.function.Supplier;
import jp.kiyome.archive.lha.HeaderWriter.Facts;
import jp.kiyome.container.lh5.LzhEncoder;
import jp.kiyome.container.packed.ByteTarget;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;

/**
 * Writes an LHA archive: members as -lh5-, or as they are where that is not smaller, under canonical headers.
 *
 * <p>Not thread-safe.
 */
final class LhaWriter {

    private static final long MOST = 0xFFFFFFFFL - 0xFFFF;
    private static final int BUFFER = 1 << 16;

    private final Sink out;
    private final int level;
    private final Supplier<Sink> scratch;

    /**
     * @param level of the headers, 0 to 2
     * @param scratch makes places for packed bytes
     */
    LhaWriter(Sink out, int level, Supplier<Sink> scratch) {
        this.out = out;
        this.level = level;
        this.scratch = scratch;
    }

    /** A directory; {@code path} ends with a slash. Time as {@link Facts#time}. */
    void directory(byte[] path, long time) {
        put(new Facts(Method.DIRECTORY, 0, 0, 0, path, new byte[0], time));
    }

    /**
     * A file.
     *
     * @param directory with a slash behind each step, or empty
     * @throws Refusal when it is too large for the format's four bytes
     */
    void file(byte[] directory, byte[] name, long time, Content data) {
        if (data.size() > MOST) {
            throw Refusal.of("lzh.too-large", Location.wholeFile(), data.size() + " bytes");
        }
        Crc16 crc = new Crc16();
        pass(data, crc::update);
        Sink sink = scratch.get();
        long packedSize = LzhEncoder.encode(data.stream(), sink::write);
        boolean smaller = packedSize < data.size();
        Content packed = smaller ? sink.finish() : data;
        Method method = smaller ? Method.LH5 : Method.STORED;
        put(new Facts(method, packed.size(), data.size(), (int) crc.getValue(), directory, name, time));
        pass(packed, out::write);
    }

    /** Ends the archive. */
    void finish() {
        out.write(0);
    }

    private void put(Facts facts) {
        byte[] header = HeaderWriter.header(level, facts);
        out.write(header, 0, header.length);
    }

    private static void pass(Content data, ByteTarget target) {
        byte[] buffer = new byte[BUFFER];
        for (long at = 0; at < data.size(); ) {
            int length = (int) Math.min(BUFFER, data.size() - at);
            data.copy(at, buffer, 0, length);
            target.write(buffer, 0, length);
            at += length;
        }
    }
}
