package jp.kiyome.image.webp;

import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.type.FileType;
import jp.kiyome.image.stream.RasterRebuilder;

/**
 * Rebuilds WebP files (RFC 9649): lossy pictures decision by decision, so that no pixel changes and the size stays; lossless ones from
 * their pixels; animations frame by frame. Memory: lossless pictures and alpha planes are held whole, a bounded number of pixels; lossy
 * ones by the row. Stateless; may be shared.
 */
public final class WebpRebuilder implements RasterRebuilder {

    public static final FileType TYPE = FileType.of("webp", "image/webp", "webp");

    @Override
    public FileType type() {
        return TYPE;
    }

    @Override
    public void rebuild(Content content, Sink out, Session session) {
        WebpPicture picture = new WebpReader(content, session).read();
        new WebpWriter(picture, content, session).write(out);
    }
}
