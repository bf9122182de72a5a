package jp.kiyome.image.webp;

import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.spi.Session;
import jp.kiyome.image.stream.ByteReader;
import jp.kiyome.image.stream.Refused;
import jp.kiyome.image.stream.Removed;
import jp.kiyome.image.webp.lossless.LosslessDecoder;
import jp.kiyome.image.webp.lossless.LosslessEncoder;

/**
 * Rebuilds ALPH (RFC 9649 2.7.1.2). The filter stays: filtering is reversible, so filtered values say no more and no less than the alpha
 * does. Stateless.
 */
final class AlphaPlane {

    private static final int PADDING = 4;

    private AlphaPlane() {}

    static void rebuild(Content content, WebpPicture.Frame frame, WebpChunk chunk, Sink out, Session session) {
        ByteReader in = chunk.open(content);
        int head = in.u8();
        int compression = head & 3;
        int filter = head >> 2 & 3;
        if (compression > 1) {
            throw Refused.damaged("WebP alpha of compression " + compression);
        }
        int[] plane;
        long unused;
        if (compression == 0) {
            if ((long) frame.width() * frame.height() > in.remaining()) {
                throw Refused.truncated("WebP alpha");
            }
            plane = new int[frame.width() * frame.height()];
            for (int i = 0; i < plane.length; i++) {
                plane[i] = in.u8() << 8;
            }
            unused = in.remaining();
        } else {
            LosslessDecoder.Decoded decoded =
                    LosslessDecoder.decodePlane(in, frame.width(), frame.height(), session.budget());
            plane = decoded.pixels();
            unused = decoded.unused();
        }
        if (unused > PADDING) {
            session.found(Removed.from("image.gap", chunk.place()));
        }
        for (int i = 0; i < plane.length; i++) {
            plane[i] = 0xFF000000 | plane[i] & 0xFF00;
        }
        out.write(filter << 2 | 1);
        LosslessEncoder.encodePlane(plane, frame.width(), frame.height(), out, session.budget());
    }
}
