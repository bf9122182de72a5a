package jp.kiyome.office.xlsb;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import jp.kiyome.office.value.Anchor;
import jp.kiyome.office.value.FontName;
import jp.kiyome.office.xls.biff.Field;
import jp.kiyome.office.xls.biff.RecordInput;
import jp.kiyome.office.xls.biff.RecordOutput;
import jp.kiyome.office.xls.biff.RecordTable;

/** The fields that {@code records.allow} has beside numbers. Stateless. */
final class Fields {

    /** Records by their numbers; read once. */
    static final RecordTable<Part> RECORDS = RecordTable.beside(Fields.class, "records.allow", own());

    private static final int NONE = -1;
    private static final int LAST_ROW = (1 << 20) - 1;
    private static final int LAST_COLUMN = (1 << 14) - 1;
    private static final int MOST_AREAS = 1 << 16;

    private Fields() {}

    private static Map<String, Function<String, Field<Part>>> own() {
        Map<String, Function<String, Field<Part>>> fields = new HashMap<>();
        fields.put("text", times -> repeated(times, (in, out, part) -> Texts.write(out, Texts.read(in))));
        fields.put("ntext", times -> repeated(times, (in, out, part) -> Texts.copyNullable(in, out)));
        fields.put("gone", code -> (in, out, part) -> gone(in, out, part, code));
        fields.put("blank", code -> (in, out, part) -> blank(in, out, part, code));
        fields.put("font-name", any -> Fields::fontName);
        fields.put(
                "author", any -> (in, out, part) -> Texts.write(out, part.host().author(Texts.read(in))));
        fields.put("anchor", any -> Fields::anchor);
        fields.put("rel", kinds -> (in, out, part) -> relationship(in, out, part, List.of(kinds.split("\\|", -1))));
        fields.put("rel-or-none", kind -> (in, out, part) -> relationshipOrNone(in, out, part, kind));
        fields.put("rel-gone", any -> Fields::relationshipGone);
        fields.put("rfx", any -> (in, out, part) -> area(in, out));
        fields.put("sqref", any -> (in, out, part) -> areas(in, out));
        fields.put("color", times -> repeated(times, (in, out, part) -> Looks.color(in, out)));
        fields.put("stops", any -> (in, out, part) -> Looks.stops(in, out));
        fields.put("dxf-properties", any -> Looks::differential);
        fields.put("index", which -> (in, out, part) -> index(in, out, part, which));
        fields.put("dxf", times -> repeated(times, Fields::differential));
        fields.put(
                "sheet", any -> (in, out, part) -> out.i32(part.book().sheets().number(in.i32())));
        fields.put("formula", any -> (in, out, part) -> formula(in, out, part, true));
        fields.put("maybe-formula", any -> (in, out, part) -> formula(in, out, part, false));
        fields.put("formula-if", name -> (in, out, part) -> formulaIf(in, out, part, name));
        fields.put("rich", any -> RichText::copy);
        fields.put("string-count", any -> Fields::stringCount);
        fields.put("filter-value", any -> (in, out, part) -> FilterValue.copy(in, out));
        fields.put("hash", any -> (in, out, part) -> hash(in, out));
        fields.put("flags", mask -> (in, out, part) -> flags(in, out, Integer.decode(mask)));
        fields.put("frt", any -> FutureHeader::copy);
        return Map.copyOf(fields);
    }

    private static Field<Part> repeated(String times, Field<Part> one) {
        int count = times.isEmpty() ? 1 : Integer.parseInt(times);
        return (in, out, part) -> {
            for (int i = 0; i < count && in.ok(); i++) {
                one.copy(in, out, part);
            }
        };
    }

    private static void gone(RecordInput in, RecordOutput out, Part part, String code) {
        Optional<String> text = Texts.readNullable(in);
        if (text.isPresent()) {
            part.removed(code, text.get());
        }
        out.i32(NONE);
    }

    private static void blank(RecordInput in, RecordOutput out, Part part, String code) {
        String text = Texts.read(in);
        if (!text.isEmpty()) {
            part.removed(code, text);
        }
        Texts.write(out, "");
    }

    private static void fontName(RecordInput in, RecordOutput out, Part part) {
        String name = Texts.read(in);
        if (FontName.fits(name)) {
            Texts.write(out, name);
            return;
        }
        part.removed("xlsb.record-value", name);
        Texts.write(out, "");
    }

    private static void anchor(RecordInput in, RecordOutput out, Part part) {
        String place = Texts.read(in);
        Optional<String> kept = place.isEmpty() ? Optional.of("") : Anchor.canonical(place);
        if (kept.isEmpty()) {
            part.refuse(in, "link.scheme", place);
        }
        Texts.write(out, kept.orElse(""));
    }

    private static void relationship(RecordInput in, RecordOutput out, Part part, List<String> kinds) {
        String id = Texts.readNullable(in).orElse("");
        if (in.ok()) {
            follow(id, in, out, part, kinds);
        }
    }

    private static void relationshipOrNone(RecordInput in, RecordOutput out, Part part, String kind) {
        String id = Texts.readNullable(in).orElse("");
        if (!in.ok()) {
            return;
        }
        if (id.isEmpty()) {
            out.i32(NONE);
        } else {
            follow(id, in, out, part, List.of(kind));
        }
    }

    private static void follow(String id, RecordInput in, RecordOutput out, Part part, List<String> kinds) {
        switch (part.host().follow(id, kinds)) {
            case Followed.Kept(String kept) -> Texts.write(out, kept);
            case Followed.Refused(String code) -> part.refuse(in, code, id);
        }
    }

    private static void relationshipGone(RecordInput in, RecordOutput out, Part part) {
        Optional<String> id = Texts.readNullable(in).filter(text -> !text.isEmpty());
        if (in.ok()
                && id.isPresent()
                && part.host().follow(id.get(), List.of()) instanceof Followed.Refused(String code)) {
            part.removed(code, id.get());
        }
        out.i32(NONE);
    }

    /** Cells from one row to another and from one column to another (UncheckedRfX). */
    static void area(RecordInput in, RecordOutput out) {
        int firstRow = in.i32();
        int lastRow = in.i32();
        int firstColumn = in.i32();
        int lastColumn = in.i32();
        if (firstRow < 0
                || lastRow < firstRow
                || lastRow > LAST_ROW
                || firstColumn < 0
                || lastColumn < firstColumn
                || lastColumn > LAST_COLUMN) {
            in.refuse();
        }
        out.i32(firstRow);
        out.i32(lastRow);
        out.i32(firstColumn);
        out.i32(lastColumn);
    }

    /** Areas with how many there are in front (UncheckedSqRfX). */
    static void areas(RecordInput in, RecordOutput out) {
        int count = in.i32();
        if (count > MOST_AREAS || !in.has(count, 16)) {
            in.refuse();
            return;
        }
        out.i32(count);
        for (int i = 0; i < count && in.ok(); i++) {
            area(in, out);
        }
    }

    /** The number of something in the styles; of what is not there, the first. */
    private static void index(RecordInput in, RecordOutput out, Part part, String which) {
        Styles styles = part.book().styles();
        boolean wide = which.equals("format") || which.equals("parent-of-style");
        int value = wide ? in.i32() : in.u16();
        boolean there = which.equals("parent") && value == 0xFFFF || value >= 0 && value < styles.count(which);
        if (!there) {
            in.alter();
        }
        out.number(there ? value : 0, wide ? 4 : 2);
    }

    private static void differential(RecordInput in, RecordOutput out, Part part) {
        int value = in.i32();
        boolean there =
                value == NONE || value >= 0 && value < part.book().styles().count("dxf");
        if (!there) {
            in.alter();
        }
        out.i32(there ? value : NONE);
    }

    private static void formula(RecordInput in, RecordOutput out, Part part, boolean must) {
        byte[][] formula = part.formula(in);
        if (must && formula[0].length == 0) {
            in.refuse();
        }
        write(formula, out);
    }

    /** Writes a formula: its tokens, and what these have behind them. */
    static void write(byte[][] formula, RecordOutput out) {
        for (byte[] half : formula) {
            out.i32(half.length);
            out.bytes(half);
        }
    }

    private static void formulaIf(RecordInput in, RecordOutput out, Part part, String name) {
        int size = in.named(name);
        if (size == 0) {
            return;
        }
        byte[][] formula = part.formula(in);
        // Its size stands twice.
        if (formula[0].length != size) {
            in.refuse();
        }
        write(formula, out);
    }

    private static void stringCount(RecordInput in, RecordOutput out, Part part) {
        if (in.i32() != part.book().stringCount()) {
            in.alter();
        }
        out.i32(part.book().stringCount());
    }

    /** Bytes that a password was made into (IsoPasswordData). */
    private static void hash(RecordInput in, RecordOutput out) {
        int size = in.i32();
        if (size < 0 || size > 1024) {
            in.refuse();
        }
        out.i32(size);
        out.bytes(in.bytes(size));
    }

    /** What is left of the record, of which the first byte has flags. */
    private static void flags(RecordInput in, RecordOutput out, int mask) {
        int size = in.remaining();
        if (size == 0 || size > 4) {
            in.refuse();
            return;
        }
        int flags = in.u8();
        if ((flags & ~mask) != 0) {
            in.alter();
        }
        out.u8(flags & mask);
        for (int i = 1; i < size; i++) {
            if (in.u8() != 0) {
                in.alter();
            }
            out.u8(0);
        }
    }
}
