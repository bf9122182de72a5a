package jp.kiyome.image.wmf;

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

/** The fields that the table of WMF records calls by a name of their own. Stateless. */
final class WmfFields {

    private static final int FONT_NAME = 32;

    private WmfFields() {}

    static Map<String, Function<String, Field<WmfFile>>> all() {
        return Map.ofEntries(
                Map.entry("make", kind -> (in, draft, file) -> file.making(kind(kind))),
                Map.entry("use", WmfFields::use),
                Map.entry("clip", none -> WmfFields::clip),
                Map.entry("free", none -> WmfFields::free),
                Map.entry("save", none -> WmfFields::save),
                Map.entry("restore", none -> WmfFields::restore),
                Map.entry("brush", none -> WmfFields::brush),
                Map.entry("font", none -> WmfFields::font),
                Map.entry("polygons", none -> WmfFields::polygons),
                Map.entry("region", none -> WmfRegion::read),
                Map.entry("text", none -> WmfText::plain),
                Map.entry("spaced-text", none -> WmfText::spaced),
                Map.entry("dib", none -> WmfFields::dib),
                Map.entry("blt", shape -> blt(shape, true)),
                Map.entry("plain-blt", shape -> blt(shape, false)));
    }

    private static WmfObjects.Kind kind(String name) {
        return WmfObjects.Kind.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static Field<WmfFile> use(String kinds) {
        Set<WmfObjects.Kind> usable =
                Arrays.stream(kinds.split(",", -1)).map(WmfFields::kind).collect(Collectors.toUnmodifiableSet());
        return (in, draft, file) -> number(file.objects().find(in.u16(), usable), in, draft);
    }

    private static void number(int output, RecordInput in, RecordDraft draft) {
        if (output < 0) {
            in.refuse("metafile.object");
        }
        draft.numbers(2, output);
    }

    private static void free(RecordInput in, RecordDraft draft, WmfFile file) {
        int index = in.u16();
        number(in.ok() ? file.objects().free(index) : -1, in, draft);
    }

    /** Zero stands for no region, if it is none. */
    private static void clip(RecordInput in, RecordDraft draft, WmfFile file) {
        int index = in.u16();
        int output = file.objects().find(index, Set.of(WmfObjects.Kind.REGION));
        number(index == 0 ? Math.max(0, output) : output, in, draft);
    }

    private static void save(RecordInput in, RecordDraft draft, WmfFile file) {
        if (!file.save()) {
            in.refuse("metafile.state");
        }
    }

    private static void restore(RecordInput in, RecordDraft draft, WmfFile file) {
        int which = (short) in.u16();
        if (in.ok() && !file.restore(which)) {
            in.refuse("metafile.state");
        }
        draft.numbers(2, which);
    }

    /** [MS-WMF] 2.2.1.1: colour and hatch mean something for some styles only. */
    private static void brush(RecordInput in, RecordDraft draft, WmfFile file) {
        int style = in.u16();
        int colour = in.i32();
        int hatch = in.remaining() >= 2 ? in.u16() : 0;
        boolean coloured = style == 0 || style == 2;
        if (style > 2 || (style == 2 && hatch > 11)) {
            in.refuse("metafile.value");
        }
        int keptColour = coloured ? colour & 0x03FF_FFFF : 0;
        int keptHatch = style == 2 ? hatch : 0;
        if (keptColour != colour || keptHatch != hatch) {
            draft.undefined();
        }
        draft.numbers(2, style);
        draft.numbers(4, keptColour);
        draft.numbers(2, keptHatch);
    }

    /** [MS-WMF] 2.2.1.2 Font: the name ends at its first zero. */
    private static void font(RecordInput in, RecordDraft draft, WmfFile file) {
        int[] measures = new int[5];
        for (int i = 0; i < measures.length; i++) {
            measures[i] = in.u16();
        }
        int[] looks = new int[8];
        for (int i = 0; i < looks.length; i++) {
            looks[i] = in.u8();
        }
        int[] name = new int[FONT_NAME];
        boolean ended = false;
        for (int i = 0; i < FONT_NAME && in.remaining() > 0; i++) {
            int letter = in.u8();
            ended |= letter == 0 || i == FONT_NAME - 1;
            if (ended && letter != 0) {
                draft.undefined();
            }
            name[i] = ended ? 0 : letter;
        }
        draft.numbers(2, measures);
        draft.numbers(1, looks);
        draft.numbers(1, name);
    }

    private static void polygons(RecordInput in, RecordDraft draft, WmfFile file) {
        long points = Arrays.stream(draft.named("counts")).asLongStream().sum();
        if (!in.has(points, 4)) {
            return;
        }
        int[] numbers = new int[(int) points * 2];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = in.u16();
        }
        draft.numbers(2, numbers);
    }

    private static void dib(RecordInput in, RecordDraft draft, WmfFile file) {
        Content packed = in.rest();
        int[] usage = draft.named("usage");
        int[] rows = draft.named("rows");
        if (usage.length > 0 && usage[0] != 0 && Bitmaps.indexed(packed)) {
            in.refuse("metafile.bitmap");
            return;
        }
        Optional<Bitmaps.Rebuilt> rebuilt = file.bitmaps().rebuild(packed, rows.length > 0 ? rows[0] : 0);
        if (rebuilt.isEmpty()) {
            in.refuse("metafile.bitmap");
            return;
        }
        draft.rebuilt(rebuilt.get().info());
        draft.rebuilt(rebuilt.get().bits());
    }

    private static Field<WmfFile> blt(String shape, boolean bitmap) {
        String[] words = shape.split(",", -1);
        int count = Integer.parseInt(words[0]);
        int reserved = Integer.parseInt(words[1]);
        return (in, draft, file) -> {
            boolean plain = in.remaining() == 2L * (count + 1);
            int[] numbers = new int[plain ? count + 1 : count];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = in.u16();
            }
            if (plain && numbers[reserved] != 0) {
                draft.undefined();
                numbers[reserved] = 0;
            }
            draft.numbers(2, numbers);
            if (!plain && bitmap) {
                dib(in, draft, file);
            } else if (!plain) {
                in.refuse("metafile.bitmap");
            }
        };
    }
}
