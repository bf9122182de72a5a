package jp.kiyome.office.escher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.spi.Nested;
import jp.kiyome.core.spi.Session;
import jp.kiyome.office.picture.BlankPicture;
import jp.kiyome.office.record.NumberWriter;
import jp.kiyome.office.record.Record;

/**
 * A picture that went the way of pictures, as it stands in a drawing.
 *
 * @param plain what its digest is made of
 * @param stored what stands in the record: deflated where it is a metafile
 */
record RebuiltPicture(BlipKind kind, Optional<MetafileFrame> frame, boolean cmyk, Content plain, Content stored) {

    private static final Set<String> METAFILES = Set.of("emf", "wmf");
    private static final Set<String> BITMAPS = Set.of("jpeg", "png", "bmp", "tiff");
    private static final int PLACEABLE_KEY = 0x9AC6CDD7;
    private static final int PLACEABLE = 22;
    /** What stands between digest and picture in records of bitmaps ([MS-ODRAW] 2.2.26 to 2.2.30). */
    private static final int TAG = 0xFF;

    /** Files of PICT begin with bytes of the program's own, which drawings leave out. */
    private static final int PICT_PREAMBLE = 512;

    /** Rebuilds a picture; empty where that cannot be done. */
    static Optional<RebuiltPicture> of(RawPicture raw, String name, Session session) {
        return file(raw, session).flatMap(file -> {
            Set<String> expected = raw.kind().metafile() ? METAFILES : BITMAPS;
            return switch (session.child(name + "." + raw.kind().type(), file, expected)) {
                case Nested.Clean(var type, var called, Content clean) ->
                    BlipKind.ofType(type.id()).map(kind -> stored(kind, raw, clean, session));
                case Nested.Refused refused -> Optional.empty();
            };
        });
    }

    /** What stands for a picture that cannot be rebuilt. */
    static RebuiltPicture blank(Session session) {
        RawPicture png = new RawPicture(BlipKind.PNG, Optional.empty(), false, BlankPicture.png());
        return of(png, "blank", session)
                .orElseThrow(() -> new IllegalStateException("no handler rebuilds a blank PNG"));
    }

    private static Optional<Content> file(RawPicture raw, Session session) {
        boolean deflated = raw.frame().map(MetafileFrame::deflated).orElse(false);
        Sink file = session.scratch();
        if (raw.kind() == BlipKind.PICT) {
            file.write(new byte[PICT_PREAMBLE], 0, PICT_PREAMBLE);
        }
        if (deflated) {
            return Inflated.of(raw.data(), file, session.budget());
        }
        return switch (raw.kind()) {
            case DIB -> BitmapFile.of(raw.data(), file);
            case PICT -> Optional.of(copied(raw.data(), file));
            case EMF, WMF, JPEG, PNG, TIFF -> Optional.of(raw.data());
        };
    }

    private static Content copied(Content from, Sink to) {
        try {
            from.stream().transferTo(to);
        } catch (IOException e) {
            throw new UncheckedIOException("content has no input errors", e);
        }
        return to.finish();
    }

    private static RebuiltPicture stored(BlipKind kind, RawPicture raw, Content clean, Session session) {
        if (raw.frame().isPresent()) {
            Content plain = unplaced(clean);
            Content packed = Inflated.packed(plain, session.scratch());
            return new RebuiltPicture(kind, raw.frame(), false, plain, packed);
        }
        boolean headed = kind == BlipKind.DIB;
        Content data = headed ? clean.slice(BitmapFile.HEADER, clean.size() - BitmapFile.HEADER) : clean;
        return new RebuiltPicture(kind, Optional.empty(), raw.cmyk() && kind == BlipKind.JPEG, data, data);
    }

    /** The frame says where a metafile draws, not the header that files have in front ([MS-WMF] 2.3.2.3). */
    private static Content unplaced(Content clean) {
        boolean placeable = clean.size() > PLACEABLE && (int) clean.littleEndian(0, 4) == PLACEABLE_KEY;
        return placeable ? clean.slice(PLACEABLE, clean.size() - PLACEABLE) : clean;
    }

    byte[] digest() {
        return Md4.of(plain);
    }

    /** The record that holds it. */
    Record.Blob record() {
        NumberWriter head = new NumberWriter().written(digest());
        frame.ifPresentOrElse(bounds -> head.written(bounds.written(plain.size(), stored.size())), () -> head.u8(TAG));
        int instance = cmyk ? BlipKind.JPEG_CMYK : kind.instance();
        return new Record.Blob(0, kind.record(), instance, head.bytes(), stored);
    }
}
