package jp.kiyome.image.ico;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.type.FileType;
import jp.kiyome.image.png.PngRebuilder;
import jp.kiyome.image.stream.ByteReader;
import jp.kiyome.image.stream.ByteWriter;
import jp.kiyome.image.stream.RasterRebuilder;
import jp.kiyome.image.stream.Refused;
import jp.kiyome.image.stream.Removed;

/**
 * Rebuilds icons and cursors: each picture by its own kind, bitmap or PNG, one behind the other, under a directory that says what they
 * are. Stateless; may be shared.
 */
public final class IconRebuilder implements RasterRebuilder {

    public static final FileType ICON = FileType.of("ico", "image/vnd.microsoft.icon", "ico");
    public static final FileType CURSOR = FileType.of("cur", "image/x-win-bitmap", "cur");

    private static final int HEAD = 6;
    private static final int ENTRY = 16;
    private static final int MAX_PICTURES = 256;
    private static final int MAX_COPY = 64 << 20;

    private final FileType type;
    private final int code;

    private IconRebuilder(FileType type, int code) {
        this.type = type;
        this.code = code;
    }

    public static IconRebuilder ofIcons() {
        return new IconRebuilder(ICON, 1);
    }

    public static IconRebuilder ofCursors() {
        return new IconRebuilder(CURSOR, 2);
    }

    @Override
    public FileType type() {
        return type;
    }

    @Override
    public void rebuild(Content content, Sink out, Session session) {
        List<IconEntry> entries = entries(content);
        reportGaps(entries, content.size(), session);
        List<IconPicture> pictures = new ArrayList<>();
        for (IconEntry entry : entries) {
            session.budget().entries(1);
            IconPicture picture = picture(entry, content, session);
            session.budget().decode(picture.content().size());
            if (picture.width() != entry.width() || picture.height() != entry.height()) {
                session.found(Removed.changed("image.size-claim", "picture at offset " + entry.offset()));
            }
            pictures.add(picture);
        }
        write(entries, pictures, out);
    }

    private List<IconEntry> entries(Content content) {
        ByteReader in = new ByteReader(content);
        if (in.u16le() != 0 || in.u16le() != code) {
            throw Refused.damaged("icon without its signature");
        }
        int count = in.u16le();
        if (count == 0 || count > MAX_PICTURES) {
            throw Refused.damaged("icon of " + count + " pictures");
        }
        List<IconEntry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int width = in.u8();
            int height = in.u8();
            in.skip(2);
            entries.add(new IconEntry(
                    width == 0 ? 256 : width,
                    height == 0 ? 256 : height,
                    in.u16le(),
                    in.u16le(),
                    in.u32le(),
                    in.u32le()));
        }
        return entries;
    }

    private IconPicture picture(IconEntry entry, Content content, Session session) {
        if (entry.offset() < HEAD || entry.offset() + entry.length() > content.size() || entry.length() > MAX_COPY) {
            throw Refused.truncated("icon picture at offset " + entry.offset());
        }
        ByteReader in = new ByteReader(content, entry.offset(), entry.offset() + entry.length());
        in.seek(entry.offset());
        if (entry.length() < 8 || in.u32be() != 0x89504E47L) {
            in.seek(entry.offset());
            return new IconBitmap(in, session, "picture at offset " + entry.offset()).rebuild();
        }
        in.seek(entry.offset());
        Sink copy = session.scratch();
        byte[] bytes = in.bytes((int) entry.length());
        copy.write(bytes, 0, bytes.length);
        Sink rebuilt = session.scratch();
        new PngRebuilder().rebuild(copy.finish(), rebuilt, session);
        Content png = rebuilt.finish();
        ByteReader header = new ByteReader(png);
        header.seek(16);
        int width = header.i32be();
        int height = header.i32be();
        int depth = header.u8();
        int channels =
                switch (header.u8()) {
                    case 2 -> 3;
                    case 4 -> 2;
                    case 6 -> 4;
                    default -> 1;
                };
        return new IconPicture(width, height, depth * channels, 0, png);
    }

    /** Bytes that no entry names. */
    private static void reportGaps(List<IconEntry> entries, long size, Session session) {
        long at = HEAD + (long) ENTRY * entries.size();
        for (IconEntry entry : entries.stream()
                .sorted(Comparator.comparingLong(IconEntry::offset))
                .toList()) {
            if (entry.offset() > at) {
                session.found(Removed.from("image.gap", "offset " + at + ", " + (entry.offset() - at) + " bytes"));
            }
            at = Math.max(at, entry.offset() + entry.length());
        }
        if (at < size) {
            session.found(Removed.from("image.trailing-data", "offset " + at + ", " + (size - at) + " bytes"));
        }
    }

    private void write(List<IconEntry> entries, List<IconPicture> pictures, Sink out) {
        ByteWriter head = new ByteWriter().u16le(0).u16le(code).u16le(pictures.size());
        long offset = HEAD + (long) ENTRY * pictures.size();
        for (int i = 0; i < pictures.size(); i++) {
            IconPicture picture = pictures.get(i);
            boolean cursor = code == 2;
            head.u8(side(picture.width()))
                    .u8(side(picture.height()))
                    .u8(picture.colours())
                    .u8(0)
                    .u16le(cursor ? Math.min(entries.get(i).hotX(), picture.width() - 1) : 1)
                    .u16le(cursor ? Math.min(entries.get(i).hotY(), picture.height() - 1) : picture.bits())
                    .u32le(picture.content().size())
                    .u32le(offset);
            offset += picture.content().size();
        }
        out.write(head.toByteArray(), 0, head.size());
        byte[] buffer = new byte[1 << 13];
        for (IconPicture picture : pictures) {
            Content content = picture.content();
            for (long at = 0; at < content.size(); at += buffer.length) {
                int count = (int) Math.min(buffer.length, content.size() - at);
                content.copy(at, buffer, 0, count);
                out.write(buffer, 0, count);
            }
        }
    }

    /** Sides of 256 and more are written as 0; the picture itself says how long they are. */
    private static int side(int pixels) {
        return pixels > 255 ? 0 : pixels;
    }
}
