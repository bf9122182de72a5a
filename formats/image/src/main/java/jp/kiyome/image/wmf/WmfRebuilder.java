package jp.kiyome.image.wmf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.type.FileType;
import jp.kiyome.image.metafile.Played;
import jp.kiyome.image.stream.RasterRebuilder;

/**
 * Rebuilds Windows metafiles ([MS-WMF]): the records stay in their order, each written from its values; sizes, check sum and the numbers
 * of objects are our own. Stateless; may be shared.
 */
public final class WmfRebuilder implements RasterRebuilder {

    public static final FileType TYPE = FileType.of("wmf", "image/wmf", "wmf");

    @Override
    public FileType type() {
        return TYPE;
    }

    @Override
    public void rebuild(Content content, Sink out, Session session) {
        Played report = new Played(session);
        WmfHead head = WmfHead.read(content, report);
        Sink body = session.scratch();
        WmfRecords records = new WmfRecords(content, head.size(), body, session, report);
        records.copy();
        byte[] first = head.bytes(body.position(), records.objects(), records.longest());
        out.write(first, 0, first.length);
        try (InputStream in = body.finish().stream()) {
            in.transferTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
