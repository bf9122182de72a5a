package jp.kiyome.image.gif;

import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.type.FileType;
import jp.kiyome.image.stream.ByteWriter;
import jp.kiyome.image.stream.RasterRebuilder;

/**
 * Rebuilds GIF files, animated ones too, index by index: colour tables, frames, timing and loop count (GIF89a). Needs memory for a row
 * and the code tables. Stateless; may be shared.
 */
public final class GifRebuilder implements RasterRebuilder {

    public static final FileType TYPE = FileType.of("gif", "image/gif", "gif");

    @Override
    public FileType type() {
        return TYPE;
    }

    @Override
    public void rebuild(Content content, Sink out, Session session) {
        GifPicture picture = new GifReader(content, session).read();
        ByteWriter head = new ByteWriter()
                .ascii("GIF89a")
                .u16le(picture.width())
                .u16le(picture.height())
                .u8(0x70 | picture.global().packed())
                .u8(picture.background())
                .u8(picture.aspect())
                .bytes(picture.global().rgb());
        picture.loops().ifPresent(loops -> head.u8(0x21)
                .u8(0xFF)
                .u8(11)
                .ascii("NETSCAPE2.0")
                .u8(3)
                .u8(1)
                .u16le(loops)
                .u8(0));
        out.write(head.toByteArray(), 0, head.size());
        for (GifPicture.Frame frame : picture.frames()) {
            new FrameCopy(picture, frame, out).copy(content, session);
        }
        out.write(0x3B);
    }
}
