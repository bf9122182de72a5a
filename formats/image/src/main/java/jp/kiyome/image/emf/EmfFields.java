package jp.kiyome.image.emf;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.kiyome.core.content.Content;
import jp.kiyome.image.metafile.Bitmaps;
import jp.kiyome.image.metafile.Field;
import jp.kiyome.image.metafile.RecordDraft;
import jp.kiyome.image.metafile.RecordInput;

/** The fields that the table of EMF records calls by a name of their own. Stateless. */
final class EmfFields {

    private static final int LEAST_REGION = 32;

    private EmfFields() {}

    static Map<String, Function<String, Field<EmfFile>>> all() {
        return Map.ofEntries(
                Map.entry("make", kind -> make(kind(kind))),
                Map.entry("use", EmfFields::use),
                Map.entry("free", none -> EmfFields::free),
                Map.entry("save", none -> EmfFields::save),
                Map.entry("restore", none -> EmfFields::restore),
                Map.entry("sum", EmfFields::sum),
                Map.entry("brush", none -> EmfFields::brush),
                Map.entry("font", none -> EmfFont::read),
                Map.entry("region", none -> EmfFields::region),
                Map.entry("triangles", none -> EmfFields::triangles),
                Map.entry("bitmap", EmfFields::bitmap),
                Map.entry("text", width -> EmfText.one(width.equals("wide"))),
                Map.entry("texts", width -> EmfText.several(width.equals("wide"))),
                Map.entry("small-text", none -> EmfText::small));
    }

    private static EmfObjects.Kind kind(String name) {
        return EmfObjects.Kind.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static Field<EmfFile> make(EmfObjects.Kind kind) {
        return (in, draft, file) -> {
            int index = in.i32();
            if (!file.objects().make(index, kind)) {
                in.refuse("metafile.object");
            }
            draft.numbers(4, index);
        };
    }

    private static Field<EmfFile> use(String kinds) {
        Set<EmfObjects.Kind> usable =
                Arrays.stream(kinds.split(",", -1)).map(EmfFields::kind).collect(Collectors.toUnmodifiableSet());
        return (in, draft, file) -> {
            int index = in.i32();
            if (!file.objects().usable(index, usable)) {
                in.refuse("metafile.object");
            }
            draft.numbers(4, index);
        };
    }

    private static void free(RecordInput in, RecordDraft draft, EmfFile file) {
        int index = in.i32();
        if (!file.objects().free(index)) {
            in.refuse("metafile.object");
        }
        draft.numbers(4, index);
    }

    private static void save(RecordInput in, RecordDraft draft, EmfFile file) {
        if (!file.save()) {
            in.refuse("metafile.state");
        }
    }

    private static void restore(RecordInput in, RecordDraft draft, EmfFile file) {
        int relative = in.i32();
        if (in.ok() && !file.restore(relative)) {
            in.refuse("metafile.state");
        }
        draft.numbers(4, relative);
    }

    /** The counts of one name must add up to the number of another. */
    private static Field<EmfFile> sum(String names) {
        String[] both = names.split("=", -1);
        return (in, draft, file) -> {
            long sum = 0;
            for (int count : draft.named(both[0])) {
                sum += Integer.toUnsignedLong(count);
            }
            if (sum != Integer.toUnsignedLong(draft.first(both[1]))) {
                in.refuse("metafile.damaged-record");
            }
        };
    }

    /** [MS-EMF] 2.2.12 LogBrushEx: colour and hatch mean something for some styles only. */
    private static void brush(RecordInput in, RecordDraft draft, EmfFile file) {
        int style = in.i32();
        int colour = in.i32();
        int hatch = in.i32();
        boolean coloured = style == 0 || style == 2;
        if (style < 0 || style > 2 || (style == 2 && (hatch < 0 || hatch > 11))) {
            in.refuse("metafile.value");
        }
        int keptColour = coloured ? colour & 0x03FF_FFFF : 0;
        int keptHatch = style == 2 ? hatch : 0;
        if (keptColour != colour || keptHatch != hatch) {
            draft.undefined();
        }
        draft.numbers(4, style, keptColour, keptHatch);
    }

    /** [MS-EMF] 2.2.24 RegionData, whose size the field named {@code size} gives. */
    private static void region(RecordInput in, RecordDraft draft, EmfFile file) {
        int[] size = draft.named("size");
        if (size[0] == 0 && draft.named("mode").length > 0) {
            if (draft.first("mode") != 5) {
                in.refuse("metafile.value");
            }
            return;
        }
        int head = in.i32();
        int type = in.i32();
        int count = in.i32();
        in.i32();
        int[] bounds = {in.i32(), in.i32(), in.i32(), in.i32()};
        if (head != LEAST_REGION || type != 1 || !in.has(count, 16) || size[0] < LEAST_REGION + 16L * count) {
            in.refuse("metafile.damaged-record");
            return;
        }
        int[] sides = new int[4 * count];
        for (int i = 0; i < sides.length; i++) {
            sides[i] = in.i32();
        }
        size[0] = LEAST_REGION + 4 * sides.length;
        draft.numbers(4, head, type, count, 4 * sides.length);
        draft.numbers(4, bounds);
        draft.numbers(4, sides);
    }

    /** [MS-EMF] 2.2.8 and 2.2.9: corners, each the number of a vertex. */
    private static void triangles(RecordInput in, RecordDraft draft, EmfFile file) {
        int corners = draft.first("mode") == 2 ? 3 : 2;
        int count = draft.first("shapes");
        if (!in.has(count, 4 * corners)) {
            return;
        }
        int[] vertices = new int[count * corners];
        for (int i = 0; i < vertices.length; i++) {
            vertices[i] = in.i32();
            if (Integer.compareUnsigned(vertices[i], draft.first("vertices")) >= 0) {
                in.refuse("metafile.damaged-record");
                return;
            }
        }
        draft.numbers(4, vertices);
    }

    /**
     * Offset and size of a bitmap's header and of its pixels. The argument names the field that says what palette entries are.
     */
    private static Field<EmfFile> bitmap(String usage) {
        return (in, draft, file) -> {
            int[] places = {in.i32(), in.i32(), in.i32(), in.i32()};
            int[] written = draft.numbers(4, 0, 0, 0, 0);
            draft.afterwards(() -> {
                if (places[1] != 0 || places[3] != 0) {
                    place(in, draft, file, places, written, usage);
                }
            });
        };
    }

    private static void place(
            RecordInput in, RecordDraft draft, EmfFile file, int[] places, int[] written, String usage) {
        Content info = in.part(places[0], places[1]);
        Content bits = in.part(places[2], places[3]);
        int[] entries = draft.named(usage);
        if (!in.ok() || (entries.length > 0 && entries[0] != 0 && Bitmaps.indexed(info))) {
            in.refuse("metafile.bitmap");
            return;
        }
        int[] alpha = draft.named("alpha");
        int[] rows = draft.named("rows");
        Optional<Bitmaps.Rebuilt> rebuilt =
                file.bitmaps().rebuild(info, bits, rows.length > 0 ? rows[0] : 0, alpha.length > 0 && alpha[0] == 1);
        if (rebuilt.isEmpty()) {
            in.refuse("metafile.bitmap");
            return;
        }
        draft.pointed(written, 0, 1, rebuilt.get().info());
        draft.pointed(written, 2, 3, rebuilt.get().bits());
    }
}
