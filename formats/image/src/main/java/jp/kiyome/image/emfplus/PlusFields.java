package jp.kiyome.image.emfplus;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import jp.kiyome.image.metafile.Field;
import jp.kiyome.image.metafile.RecordDraft;
import jp.kiyome.image.metafile.RecordInput;

/** The fields that the table of EMF+ records calls by a name of their own. Stateless. */
final class PlusFields {

    private static final int COLOURED = 0x8000;
    private static final int SMALL = 0x4000;
    private static final int RELATIVE = 0x800;
    private static final int NOTHING = -1;

    private PlusFields() {}

    static Map<String, Function<String, Field<PlusFile>>> all() {
        return Map.ofEntries(
                Map.entry("flags", PlusFields::flags),
                Map.entry("paint", none -> PlusFields::paint),
                Map.entry("self", kind -> self(kind(kind))),
                Map.entry("object", kind -> object(kind(kind))),
                Map.entry("maybe", kind -> maybe(kind(kind))),
                Map.entry("points", none -> (in, draft, file) -> numbers(in, draft, file, 2)),
                Map.entry("rects", none -> (in, draft, file) -> numbers(in, draft, file, 4)),
                Map.entry("save", none -> PlusFields::save),
                Map.entry("restore", none -> PlusFields::restore),
                Map.entry("glyph-places", none -> PlusFields::glyphPlaces));
    }

    private static PlusFile.Kind kind(String name) {
        return PlusFile.Kind.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static Field<PlusFile> flags(String bits) {
        int mask = Integer.decode(bits);
        return (in, draft, file) -> {
            // points that count from the point before are not read
            if ((file.flags() & RELATIVE & ~mask) != 0) {
                in.refuse("metafile.value");
            }
            if ((file.flags() & ~mask) != 0) {
                draft.undefined();
            }
            file.flags(file.flags() & mask);
        };
    }

    private static void paint(RecordInput in, RecordDraft draft, PlusFile file) {
        int value = in.i32();
        if ((file.flags() & COLOURED) == 0 && !file.is(value, PlusFile.Kind.BRUSH)) {
            in.refuse("metafile.object");
        }
        draft.numbers(4, value);
    }

    private static Field<PlusFile> self(PlusFile.Kind kind) {
        return (in, draft, file) -> {
            if (!file.is(file.flags() & 0xFF, kind)) {
                in.refuse("metafile.object");
            }
        };
    }

    private static Field<PlusFile> object(PlusFile.Kind kind) {
        return (in, draft, file) -> {
            int index = in.i32();
            if (!file.is(index, kind)) {
                in.refuse("metafile.object");
            }
            draft.numbers(4, index);
        };
    }

    private static Field<PlusFile> maybe(PlusFile.Kind kind) {
        return (in, draft, file) -> {
            int index = in.i32();
            draft.numbers(4, file.is(index, kind) ? index : NOTHING);
        };
    }

    private static void numbers(RecordInput in, RecordDraft draft, PlusFile file, int each) {
        boolean small = (file.flags() & SMALL) != 0;
        int count = draft.named("n").length > 0 ? draft.first("n") : 1;
        PlusCopy copy = new PlusCopy(in, draft);
        if (in.has((long) count * each, small ? 2 : 4)) {
            if (small) {
                copy.words(count * each);
            } else {
                copy.reals(count * each);
            }
        }
    }

    private static void save(RecordInput in, RecordDraft draft, PlusFile file) {
        int index = in.i32();
        if (in.ok() && !file.save(index)) {
            in.refuse("metafile.state");
        }
        draft.numbers(4, index);
    }

    private static void restore(RecordInput in, RecordDraft draft, PlusFile file) {
        int index = in.i32();
        if (in.ok() && !file.restore(index)) {
            in.refuse("metafile.state");
        }
        draft.numbers(4, index);
    }

    private static void glyphPlaces(RecordInput in, RecordDraft draft, PlusFile file) {
        PlusCopy copy = new PlusCopy(in, draft);
        int count = draft.first("n");
        if (in.has(count, 8)) {
            copy.reals(2 * count);
            copy.reals(draft.first("matrix") == 1 ? 6 : 0);
        }
    }
}
