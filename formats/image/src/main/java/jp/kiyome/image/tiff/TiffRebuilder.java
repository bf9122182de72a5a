package jp.kiyome.image.tiff;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.type.FileType;
import jp.kiyome.image.stream.Noise;
import jp.kiyome.image.stream.RasterRebuilder;
import jp.kiyome.image.stream.Refused;
import jp.kiyome.image.stream.Removed;

/**
 * Rebuilds TIFF files (revision 6.0), page by page and row by row, in a like compression: fax codes become T.6, others stay what they
 * are. Tiles become strips, planes are merged. Needs memory for a row of tiles. Stateless; may be shared.
 */
public final class TiffRebuilder implements RasterRebuilder {

    public static final FileType TYPE = FileType.of("tiff", "image/tiff", "tif", "tiff");

    private static final int BIG_ENDIAN = 0x4D4D;
    private static final int LITTLE_ENDIAN = 0x4949;

    @Override
    public FileType type() {
        return TYPE;
    }

    @Override
    public void rebuild(Content content, Sink out, Session session) {
        FileBytes file = open(content);
        List<Directory> pages = pages(file, session);
        TiffWriter writer = new TiffWriter(out, file.bigEndian());
        for (int i = 0; i < pages.size(); i++) {
            Page page = TiffReader.page(pages.get(i), session);
            boolean last = i == pages.size() - 1;
            Sink strips = session.scratch();
            if (page.packing() == Packing.JPEG) {
                JpegStrips jpeg = new JpegStrips(file, pages.get(i), page, session);
                WrittenStrips written = jpeg.rebuild(strips);
                writer.page(page.with(jpeg.chroma()), written, strips.finish(), last);
            } else {
                Layout layout = Layout.of(pages.get(i), page.width(), page.height(), page.samples());
                Noise noise = Noise.of(session);
                PageWriter rows = new PageWriter(page, strips, file.bigEndian(), session.budget(), noise);
                new PageRows(file, page, layout).forEach(rows::write, session);
                noise.report(session);
                writer.page(page, rows.strips(), strips.finish(), last);
            }
        }
        if (file.furthest() < content.size()) {
            session.found(Removed.from("image.trailing-data", "offset " + file.furthest()));
        }
    }

    private static FileBytes open(Content content) {
        if (content.size() < 8) {
            throw Refused.truncated("TIFF without a header");
        }
        int order = content.byteAt(0) << 8 | content.byteAt(1);
        if (order != BIG_ENDIAN && order != LITTLE_ENDIAN) {
            throw Refused.damaged("TIFF without its signature");
        }
        FileBytes file = new FileBytes(content, order == BIG_ENDIAN, false);
        file.seek(2);
        int version = file.u16();
        if (version == 43) {
            return openBig(content, order == BIG_ENDIAN);
        }
        if (version != 42) {
            throw Refused.unsupported("TIFF version " + version);
        }
        return file;
    }

    private static FileBytes openBig(Content content, boolean bigEndian) {
        FileBytes file = new FileBytes(content, bigEndian, true);
        file.seek(4);
        if (file.u16() != 8 || file.u16() != 0) {
            throw Refused.damaged("BigTIFF with offsets of another size");
        }
        return file;
    }

    /** The chain of directories without thumbnails and masks; one that leads back ends it, as readers do. */
    private static List<Directory> pages(FileBytes file, Session session) {
        List<Directory> pages = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        long at = file.offset();
        while (at != 0) {
            if (!seen.add(at)) {
                session.found(Removed.from("image.gap", "directory that leads back to offset " + at));
                break;
            }
            session.budget().entries(1);
            Directory directory = new Directory(file, at, session);
            if ((directory.number(Tag.NEW_SUBFILE_TYPE, 0) & 5) != 0) {
                session.found(Removed.from("image.thumbnail", "directory at offset " + at));
            } else {
                pages.add(directory);
            }
            at = directory.next();
        }
        if (pages.isEmpty()) {
            throw Refused.damaged("TIFF without a page");
        }
        return pages;
    }
}
