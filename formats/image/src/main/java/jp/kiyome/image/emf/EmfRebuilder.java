package jp.kiyome.image.emf;

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
 * Rebuilds enhanced metafiles ([MS-EMF]): the records stay in their order, each written from its values; sizes, counts and the object
 * table's size are our own. Stateless; may be shared.
 */
public final class EmfRebuilder implements RasterRebuilder {

    public static final FileType TYPE = FileType.of("emf", "image/emf", "emf");

    @Override
    public FileType type() {
        return TYPE;
    }

    @Override
    public void rebuild(Content content, Sink out, Session session) {
        Played report = new Played(session);
        EmfHead head = EmfHead.read(content, report);
        Sink body = session.scratch();
        EmfRecords records = new EmfRecords(content, head.size(), body, session, report);
        records.copy();
        byte[] first = head.bytes(body.position(), records.written(), records.handles());
        out.write(first, 0, first.length);
        try (InputStream in = body.finish().stream()) {
            in.transferTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
