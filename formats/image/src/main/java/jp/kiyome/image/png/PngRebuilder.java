package jp.kiyome.image.png;

import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.type.FileType;
import jp.kiyome.image.stream.RasterRebuilder;

/**
 * Rebuilds PNG and APNG files (W3C PNG, third edition) row by row, at the input's depth, palette, interlacing and filters. Needs memory
 * for two rows. Stateless; may be shared.
 *
 * <p>What it does not promise: colour values under full transparency stay, for nobody can say that no reader uses them.
 */
public final class PngRebuilder implements RasterRebuilder {

    public static final FileType TYPE = FileType.of("png", "image/png", "png", "apng");

    @Override
    public FileType type() {
        return TYPE;
    }

    @Override
    public void rebuild(Content content, Sink out, Session session) {
        PngPicture picture = new PngReader(content, session).read();
        PngWriter writer = new PngWriter(picture, out);
        writer.start();
        writer.images(content, session);
        writer.end();
    }

    @Override
    public void verify(Content output, Session session) {
        new PngVerifier(output, session).verify();
    }
}
