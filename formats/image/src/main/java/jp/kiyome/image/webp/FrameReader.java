package jp.kiyome.image.webp;

import java.util.List;
import java.util.Optional;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.spi.Session;
import jp.kiyome.image.stream.ByteReader;
import jp.kiyome.image.stream.Refused;
import jp.kiyome.image.stream.Removed;
import jp.kiyome.image.webp.lossless.LosslessDecoder;
import jp.kiyome.image.webp.lossy.Vp8Rebuilder;

/** Reads what a frame says of itself (RFC 9649 2.7.1.1) and holds it to its image data. Not for sharing. */
final class FrameReader {

    private static final int HEAD = 16;

    private final Content content;
    private final Session session;

    FrameReader(Content content, Session session) {
        this.content = content;
        this.session = session;
    }

    WebpPicture.Frame still(Optional<WebpChunk> plane, WebpChunk image) {
        return frame(0, 0, 0, 0, plane, image);
    }

    WebpPicture.Frame animated(WebpChunk chunk) {
        ByteReader in = chunk.open(content);
        in.require(HEAD);
        int x = 2 * u24(in);
        int y = 2 * u24(in);
        int width = 1 + u24(in);
        int height = 1 + u24(in);
        int duration = u24(in);
        int flags = in.u8() & 3;
        Optional<WebpChunk> plane = Optional.empty();
        Optional<WebpChunk> image = Optional.empty();
        List<WebpChunk> parts = ChunkWalk.list(content, in.position(), chunk.end(), session);
        for (WebpChunk part : parts) {
            if (part.name().equals("ALPH") && plane.isEmpty() && image.isEmpty()) {
                plane = Optional.of(part);
            } else if ((part.name().equals("VP8") || part.name().equals("VP8L")) && image.isEmpty()) {
                image = Optional.of(part);
            } else {
                session.found(Removed.from("image.unknown-chunk", part.place()));
            }
        }
        WebpPicture.Frame frame = frame(
                x,
                y,
                duration,
                flags,
                plane,
                image.orElseThrow(() -> Refused.truncated("WebP frame without an image")));
        if (frame.width() != width || frame.height() != height) {
            throw Refused.damaged("WebP frame of another size than its image");
        }
        return frame;
    }

    private WebpPicture.Frame frame(int x, int y, int duration, int flags, Optional<WebpChunk> plane, WebpChunk image) {
        boolean lossless = image.name().equals("VP8L");
        int[] size = lossless
                ? LosslessDecoder.header(image.open(content))
                : Vp8Rebuilder.size(content, image.start(), image.end());
        session.budget().pixels(size[0], size[1]);
        Optional<WebpChunk> used = plane;
        if (lossless && plane.isPresent()) {
            session.found(Removed.from("image.misplaced-chunk", plane.get().place()));
            used = Optional.empty();
        }
        boolean alpha = lossless ? size[2] == 1 : used.isPresent();
        return new WebpPicture.Frame(x, y, size[0], size[1], duration, flags, alpha, used, image);
    }

    private static int u24(ByteReader in) {
        return in.u16le() | in.u8() << 16;
    }
}
