package jp.kiyome.image.jpeg;

import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.spi.Session;
import jp.kiyome.image.exif.Orientation;
import jp.kiyome.image.icc.IccProfile;

/**
 * Rebuilds a JPEG stream inside another format, which says itself how large, how turned and of what colours the picture is: the stream
 * comes out without application segments. Stateless.
 */
public final class EmbeddedJpeg {

    private EmbeddedJpeg() {}

    /**
     * What a stream holds.
     *
     * @param components 1, 3 or 4
     * @param across luma samples for each of chroma, in a line; 1 where there is no chroma
     * @param down likewise, in lines
     */
    public record Shape(int width, int height, int components, int across, int down) {}

    /** Writes {@code stream} anew; throws a refusal as {@link JpegRebuilder} does. */
    public static Shape rebuild(Content stream, Sink out, Session session) {
        JpegPicture read = new JpegReader(stream, session).read();
        Frame frame = read.frame();
        int components = frame.components().size();
        ColourModel colours =
                switch (components) {
                    case 1 -> ColourModel.GRAY;
                    case 3 -> ColourModel.YCBCR;
                    default -> ColourModel.CMYK;
                };
        JpegPicture bare = new JpegPicture(
                frame,
                read.quantTables(),
                read.scans(),
                colours,
                false,
                Density.UNKNOWN,
                Orientation.UPRIGHT,
                IccProfile.NONE);
        JpegRebuilder.write(stream, bare, out, session);
        Component first = frame.components().getFirst();
        Component last = frame.components().getLast();
        return components == 3
                ? new Shape(frame.width(), frame.height(), components, first.h() / last.h(), first.v() / last.v())
                : new Shape(frame.width(), frame.height(), components, 1, 1);
    }
}
