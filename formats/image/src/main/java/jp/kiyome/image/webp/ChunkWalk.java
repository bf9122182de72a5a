package jp.kiyome.image.webp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.spi.Session;
import jp.kiyome.image.stream.ByteReader;
import jp.kiyome.image.stream.Removed;

/** Lists the chunks of a range (RFC 9649 2.3). Stateless. */
final class ChunkWalk {

    private static final int HEAD = 8;

    private ChunkWalk() {}

    static List<WebpChunk> list(Content content, long start, long end, Session session) {
        ByteReader in = new ByteReader(content, start, end);
        in.seek(start);
        List<WebpChunk> chunks = new ArrayList<>();
        while (in.remaining() >= HEAD) {
            session.budget().entries(1);
            String name = new String(in.bytes(4), StandardCharsets.ISO_8859_1).stripTrailing();
            long length = in.u32le();
            in.require(length);
            long at = in.position();
            chunks.add(new WebpChunk(name, at, at + length));
            in.skip(length);
            if (length % 2 != 0 && in.remaining() > 0) {
                in.skip(1);
            }
        }
        if (in.remaining() > 0) {
            session.found(Removed.from("image.gap", "offset " + in.position() + ", " + in.remaining() + " bytes"));
        }
        return List.copyOf(chunks);
    }
}
