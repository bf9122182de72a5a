package jp.kiyome.office.escher;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.spi.Session;
import jp.kiyome.office.record.NumberWriter;
import jp.kiyome.office.record.RawRecord;
import jp.kiyome.office.record.Record;
import jp.kiyome.office.record.RecordHead;

/**
 * The pictures of a file ([MS-ODRAW] 2.2.20, 2.2.32). Those that kept shapes show are rebuilt once each, in the order in which they
 * are first shown; the others go. Not thread-safe.
 */
final class PictureStore implements KnownPictures {

    static final int TABLE = 0xF001;

    private static final int ENTRY = 0xF007;
    private static final int ENTRY_SIZE = 36;
    /** Pictures of [MS-ODRAW] 2.4.1 that are metafiles are said to be PICT on the other system. */
    private static final int PICT = 4;
    /** Not given to any other program's use. */
    private static final int TAG = 0xFF;

    private static final int MOST = 0xFFF;

    private record Shown(RebuiltPicture picture, int number) {}

    private final Session session;
    private final Location where;
    private final PictureSource source;
    private final List<RawRecord> entries = new ArrayList<>();
    private final Map<Integer, Shown> shown = new LinkedHashMap<>();
    private final Map<Integer, Integer> uses = new LinkedHashMap<>();

    PictureStore(Session session, Location where, PictureSource source) {
        this.session = session;
        this.where = where;
        this.source = source;
    }

    void read(RawRecord table) {
        entries.addAll(table.children(session.budget()));
    }

    @Override
    public boolean has(int number) {
        return number > 0 && number <= entries.size();
    }

    /** The new number of a picture that is shown once more. */
    int show(int number) {
        Shown picture = shown.get(number);
        if (picture == null) {
            picture = new Shown(rebuilt(number), shown.size() + 1);
            shown.put(number, picture);
        }
        uses.merge(number, 1, Integer::sum);
        return picture.number();
    }

    private RebuiltPicture rebuilt(int number) {
        Optional<RawRecord> record = raw(entries.get(number - 1));
        return record.flatMap(RawPicture::of)
                .flatMap(raw -> RebuiltPicture.of(raw, "picture-" + (shown.size() + 1), session))
                .orElseGet(() -> blank(record));
    }

    private RebuiltPicture blank(Optional<RawRecord> record) {
        String kind = record.map(raw -> "0x" + Integer.toHexString(raw.type())).orElse("");
        session.found(Finding.of("content.picture-replaced", Action.REPLACED, where.at("OfficeArtBlip"), kind));
        return RebuiltPicture.blank(session);
    }

    private Optional<RawRecord> raw(RawRecord entry) {
        if (entry.type() != ENTRY) {
            return Optional.of(entry);
        }
        if (entry.body().size() < ENTRY_SIZE) {
            return Optional.empty();
        }
        long inside = ENTRY_SIZE + (long) entry.body().byteAt(33);
        if (inside + RecordHead.SIZE < entry.body().size()) {
            return Optional.of(RawRecord.at(entry.body(), inside));
        }
        return source.at(entry.body().littleEndian(28, 4));
    }

    /** Tells of pictures that no kept shape shows. */
    void reportUnused() {
        long unused = entries.stream().filter(PictureStore::holds).count() - shown.size();
        if (unused > 0) {
            session.found(Finding.of(
                    "escher.unused-picture",
                    Action.REMOVED,
                    where.at("OfficeArtBStoreContainer"),
                    Long.toString(unused)));
        }
    }

    private static boolean holds(RawRecord entry) {
        return entry.type() != ENTRY
                || entry.body().size() >= ENTRY_SIZE && entry.body().littleEndian(20, 4) != 0;
    }

    /** The table written anew, with the pictures in it or beside it; empty where there are none. */
    Optional<Record> table(PicturePlace place) {
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        if (shown.size() > MOST) {
            throw jp.kiyome.core.finding.Refusal.of("escher.too-many-pictures", where, Integer.toString(MOST));
        }
        List<Record> written = new ArrayList<>();
        shown.forEach((number, picture) -> written.add(entry(picture.picture(), uses.getOrDefault(number, 1), place)));
        return Optional.of(new Record.Container(TABLE, written.size(), written));
    }

    private static Record entry(RebuiltPicture picture, int uses, PicturePlace place) {
        Record.Blob blip = picture.record();
        BlipKind kind = picture.kind();
        NumberWriter head = new NumberWriter()
                .u8(kind.code())
                .u8(kind.metafile() ? PICT : kind.code())
                .written(picture.digest())
                .u16(TAG)
                .i32((int) (RecordHead.SIZE + blip.size()))
                .i32(uses);
        return switch (place) {
            case PicturePlace.InStream stream ->
                new Record.Atom(
                        2,
                        ENTRY,
                        kind.code(),
                        head.i32((int) stream.append(blip)).i32(0).bytes());
            case PicturePlace.InTable table -> {
                head.i32(0).i32(0).u16(blip.instance() << 4).u16(blip.type()).i32((int) blip.size());
                yield new Record.Blob(
                        2, ENTRY, kind.code(), head.written(blip.head()).bytes(), blip.data());
            }
        };
    }
}
