package jp.kiyome.image.png;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.spi.Session;
import jp.kiyome.image.stream.ByteReader;
import jp.kiyome.image.stream.Refused;
import jp.kiyome.image.stream.Removed;

/** Reads chunks one behind the other and checks their frames (PNG 5.2, 5.3). Not for sharing. */
final class ChunkReader {

    static final long SIGNATURE = 0x89504E470D0A1A0AL;

    private static final int FRAME = 12;

    private final ByteReader in;
    private final Session session;
    private final byte[] buffer = new byte[1 << 14];

    ChunkReader(Content content, Session session) {
        this.in = new ByteReader(content);
        this.session = session;
        if (in.remaining() < 8 || (in.u32be() << 32 | in.u32be()) != SIGNATURE) {
            throw Refused.damaged("PNG without its signature");
        }
    }

    boolean hasNext() {
        return in.remaining() >= FRAME;
    }

    /** The next chunk whose check sum is right; wrong ones are dropped where the picture can do without them. */
    Chunk next() {
        while (true) {
            session.budget().checkTime();
            Chunk chunk = frame();
            if (checkSumRight(chunk)) {
                return chunk;
            }
            if (chunk.critical() || chunk.type().startsWith("f")) {
                throw Refused.damaged("PNG chunk " + chunk.type() + " with a wrong check sum");
            }
            session.found(Removed.from("image.check-sum", chunk.place()));
        }
    }

    private Chunk frame() {
        long length = in.u32be();
        byte[] type = in.bytes(4);
        for (byte letter : type) {
            if (!Character.isLetter(letter) || letter < 0) {
                throw Refused.damaged("PNG chunk type that is not four letters at offset " + (in.position() - 4));
            }
        }
        in.require(length + 4);
        return new Chunk(new String(type, StandardCharsets.US_ASCII), in.position(), (int) length);
    }

    private boolean checkSumRight(Chunk chunk) {
        CRC32 crc = new CRC32();
        in.seek(chunk.start() - 4);
        for (long left = chunk.length() + 4L; left > 0; ) {
            int part = (int) Math.min(left, buffer.length);
            in.read(buffer, 0, part);
            crc.update(buffer, 0, part);
            left -= part;
        }
        return in.u32be() == crc.getValue();
    }

    /** To be called behind IEND: nothing may follow. */
    void end() {
        if (in.remaining() > 0) {
            session.found(
                    Removed.from("image.trailing-data", "offset " + in.position() + ", " + in.remaining() + " bytes"));
        }
    }
}
