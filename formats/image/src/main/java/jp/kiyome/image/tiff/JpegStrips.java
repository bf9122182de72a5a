package jp.kiyome.image.tiff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.spi.Session;
import jp.kiyome.image.jpeg.EmbeddedJpeg;
import jp.kiyome.image.stream.ByteReader;
import jp.kiyome.image.stream.Bytes;
import jp.kiyome.image.stream.Refused;

/**
 * Rebuilds a page whose strips or tiles are JPEG streams (TIFF technical note 2), each on its own and complete: their shared tables go.
 * Old-style JPEG (section 22) passes where one stream holds the page. Not for sharing.
 */
final class JpegStrips {

    private static final int MAX_TABLES = 1 << 16;

    private final FileBytes file;
    private final Directory directory;
    private final Page page;
    private final Session session;
    private final List<Long> lengths = new ArrayList<>();
    private Optional<EmbeddedJpeg.Shape> shape = Optional.empty();

    JpegStrips(FileBytes file, Directory directory, Page page, Session session) {
        this.file = file;
        this.directory = directory;
        this.page = page;
        this.session = session;
    }

    WrittenStrips rebuild(Sink out) {
        if (directory.small(Tag.COMPRESSION, 1) == Packing.OLD_JPEG) {
            return oldStyle(out);
        }
        Layout layout = Layout.of(directory, page.width(), page.height(), page.samples());
        int across = layout.across(page.width());
        int down = layout.down(page.height());
        Bytes tables = directory.bytes(Tag.JPEG_TABLES, MAX_TABLES);
        for (int i = 0; i < across * down * layout.planes(); i++) {
            int row = i / across % down;
            int rows = layout.tiled()
                    ? layout.tileHeight()
                    : Math.min(layout.tileHeight(), page.height() - row * layout.tileHeight());
            ByteReader strip = file.range(layout.offsets().starts().get(i), layout.length(i));
            strip(join(tables, strip), layout.tileWidth(), rows, page.samples() / layout.planes(), out);
        }
        return new WrittenStrips(
                layout.tileHeight(), layout.tiled() ? layout.tileWidth() : 0, layout.planes(), lengths);
    }

    private WrittenStrips oldStyle(Sink out) {
        if (!directory.has(Tag.JPEG_STREAM)) {
            throw Refused.unsupported("TIFF with old-style JPEG in pieces");
        }
        long length = directory.number(Tag.JPEG_STREAM_BYTES, 0);
        ByteReader stream = file.range(directory.number(Tag.JPEG_STREAM, 0), length == 0 ? Integer.MAX_VALUE : length);
        strip(join(Bytes.none(), stream), page.width(), page.height(), page.samples(), out);
        return new WrittenStrips(page.height(), 0, 1, lengths);
    }

    private void strip(Content stream, int width, int rows, int components, Sink out) {
        long start = out.position();
        EmbeddedJpeg.Shape found = EmbeddedJpeg.rebuild(stream, out, session);
        if (found.width() != width || found.height() < rows || found.components() != components) {
            throw Refused.damaged("TIFF strip of " + width + "x" + rows + " that holds a JPEG of " + found.width() + "x"
                    + found.height());
        }
        EmbeddedJpeg.Shape first = shape.orElse(found);
        if (first.across() != found.across() || first.down() != found.down()) {
            throw Refused.damaged("TIFF strips of different sampling");
        }
        shape = Optional.of(first);
        session.budget().decode(out.position() - start);
        lengths.add(out.position() - start);
    }

    /** How chroma lies, as the streams have it. */
    Optional<Page.Chroma> chroma() {
        return page.chroma().map(said -> shape.map(found -> new Page.Chroma(
                        found.across(), found.down(), said.positioning(), said.coefficients(), said.range()))
                .orElse(said));
    }

    /** Tables without their EOI, then the strip without its SOI. */
    private Content join(Bytes tables, ByteReader strip) {
        Sink joined = session.scratch();
        int length = tables.length();
        if (length > 4) {
            boolean ended = tables.at(length - 2) == 0xFF && tables.at(length - 1) == 0xD9;
            joined.write(tables.toArray(), 0, ended ? length - 2 : length);
            strip.skip(2);
        }
        byte[] buffer = new byte[1 << 13];
        while (strip.remaining() > 0) {
            int count = (int) Math.min(buffer.length, strip.remaining());
            strip.read(buffer, 0, count);
            joined.write(buffer, 0, count);
        }
        return joined.finish();
    }
}
