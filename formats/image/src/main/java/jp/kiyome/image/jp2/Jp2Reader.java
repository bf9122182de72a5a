package jp.kiyome.image.jp2;

import java.util.List;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.spi.Session;
import jp.kiyome.image.box.Box;
import jp.kiyome.image.stream.AllowList;
import jp.kiyome.image.stream.ByteReader;
import jp.kiyome.image.stream.Refused;
import jp.kiyome.image.stream.Removed;

/** Walks the boxes of a JP2 file (15444-1 Annex I). One reader, one file. */
final class Jp2Reader {

    static final AllowList BOXES = AllowList.beside(Jp2Reader.class, "boxes.allow");

    private static final long SIGNATURE = 0x0D0A870AL;
    private static final int JP2 = 0x6A703220;

    private final Content content;
    private final Session session;

    Jp2Reader(Content content, Session session) {
        this.content = content;
        this.session = session;
    }

    /** The picture and what the file says of it. */
    record Found(Codestream stream, Jp2Header header) {}

    Found read() {
        List<Box> boxes = Box.in(content, 0, content.size());
        if (boxes.size() < 2
                || !boxes.get(0).type().equals("jP")
                || !boxes.get(1).type().equals("ftyp")) {
            throw Refused.damaged("JP2 without its signature");
        }
        if (boxes.get(0).open(content).u32be() != SIGNATURE) {
            throw Refused.damaged("JP2 with a broken signature");
        }
        type(boxes.get(1));
        Box header = null;
        Box picture = null;
        for (Box box : boxes.subList(2, boxes.size())) {
            if (box.type().equals("jp2h") && header == null && picture == null) {
                header = box;
            } else if (box.type().equals("jp2c") && picture == null) {
                picture = box;
            } else {
                dropped(box);
            }
        }
        if (header == null || picture == null) {
            throw Refused.truncated("JP2 without its header or picture");
        }
        Codestream stream = Codestream.read(content, picture.from(), picture.to(), session);
        return new Found(stream, new HeaderBoxes(content, session, stream).read(header));
    }

    /** I.5.2: files of part 2 that a reader of part 1 may show say so. */
    private void type(Box box) {
        ByteReader in = box.open(content);
        boolean known = in.i32be() == JP2;
        boolean others = !known;
        in.skip(4);
        while (in.remaining() >= 4) {
            boolean same = in.i32be() == JP2;
            known |= same;
            others |= !same;
        }
        if (!known) {
            throw Refused.unsupported("JPEG 2000 file that is no JP2");
        }
        if (others) {
            session.found(Removed.changed("image.unknown-chunk", box.place(Jp2Reader.BOXES)));
        }
    }

    private void dropped(Box box) {
        AllowList.Entry entry = BOXES.entry(box.type());
        String code = entry.rule() == AllowList.Rule.DROP ? entry.argument() : "image.misplaced-chunk";
        session.found(Removed.from(code, box.place(Jp2Reader.BOXES)));
    }
}
