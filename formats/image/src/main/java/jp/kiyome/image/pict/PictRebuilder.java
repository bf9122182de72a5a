package jp.kiyome.image.pict;

import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.type.FileType;
import jp.kiyome.image.emf.EmfRebuilder;
import jp.kiyome.image.stream.ByteReader;
import jp.kiyome.image.stream.RasterRebuilder;
import jp.kiyome.image.stream.Removed;

/**
 * Plays a PICT file and returns what it draws as EMF: nobody writes PICT any more, and few programs read it. The drawing then goes the
 * way of every EMF. Files begin with 512 bytes that belong to the program; Office leaves them out, its handler puts zeros there.
 * Stateless; may be shared.
 */
public final class PictRebuilder implements RasterRebuilder {

    public static final FileType TYPE = FileType.of("pict", "image/x-pict", "pict", "pct", "pic");

    /** Bytes before the picture, of the application's own. */
    public static final int PREAMBLE = 512;

    private final EmfRebuilder emf = new EmfRebuilder();

    @Override
    public FileType type() {
        return TYPE;
    }

    /** Whether a picture of version 2 (extended or not) or version 1 stands behind the preamble. */
    public static boolean recognizes(Content content) {
        if (content.size() < PREAMBLE + 16) {
            return false;
        }
        ByteReader in = new ByteReader(content);
        in.seek(PREAMBLE + 2);
        PictRect frame = PictRect.read(in);
        int version = in.i32be();
        boolean second = version == 0x001102FF && in.u16be() == 0x0C00;
        return !frame.isEmpty() && (second || (version >>> 16 == 0x1101 && blankBefore(content)));
    }

    /** Version 1 says so little of itself that only the usual zeros before it make it one. */
    private static boolean blankBefore(Content content) {
        byte[] before = new byte[PREAMBLE];
        content.copy(0, before, 0, PREAMBLE);
        for (byte one : before) {
            if (one != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void rebuild(Content content, Sink out, Session session) {
        ByteReader in = new ByteReader(content);
        in.seek(PREAMBLE);
        if (!blankBefore(content)) {
            session.found(Removed.from("image.application-segment", "PICT, " + PREAMBLE + " bytes before the picture"));
        }
        EmfDraft draft = new EmfDraft(session);
        new PictPlayer(in, draft, session).play();
        session.found(Removed.changed("metafile.converted", "PICT"));
        session.converts(EmfRebuilder.TYPE);
        emf.rebuild(draft.finish(), out, session);
    }
}
