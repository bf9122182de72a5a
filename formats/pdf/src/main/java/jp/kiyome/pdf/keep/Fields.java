package jp.kiyome.pdf.keep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jp.kiyome.pdf.cos.Cos;
import jp.kiyome.pdf.cos.Num;
import jp.kiyome.pdf.field.FieldDrawing;
import jp.kiyome.pdf.field.FieldStyle;
import jp.kiyome.pdf.field.FieldText;
import jp.kiyome.pdf.write.CleanFile;
import jp.kiyome.pdf.write.StreamStore;

/**
 * Makes the value of each form field and what its widgets show one and the same (ISO 32000-2, 12.7.5). People have seen the drawing: it
 * is the value, where it can be read. Where it cannot, or where the file asked its reader to draw the fields anew, the value is drawn
 * in a standard layout. Works on the clean file, when all of it is there but the data of drawings. Not thread-safe.
 */
final class Fields {

    private static final int DEEPEST = 64;
    private static final int PUSH_BUTTON = 1 << 16;
    private static final Cos.Name OFF = Cos.name("Off");

    private final Keeper keeper;
    private final CleanFile clean;
    private final Contents contents;
    private final Fonts fonts;
    private final Cos.Dict form;
    private final boolean stale;
    private Optional<Cos> resources = Optional.empty();

    /** Takes {@code form}: the clean interactive form; {@code stale} whether readers were asked to draw fields anew */
    Fields(Keeper keeper, Contents contents, Fonts fonts, Cos form, boolean stale) {
        this.keeper = keeper;
        this.clean = keeper.clean();
        this.contents = contents;
        this.fonts = fonts;
        this.form = Cos.dict(clean.resolve(form)).orElse(Cos.Dict.EMPTY);
        this.stale = stale;
    }

    void settle() {
        Map<Integer, List<Integer>> widgets = new LinkedHashMap<>();
        for (int i = 0; i < clean.size(); i++) {
            if (dict(i).name("Subtype").equals("Widget")) {
                widgets.computeIfAbsent(field(i), any -> new ArrayList<>()).add(i);
            }
        }
        ownValues(widgets.keySet());
        widgets.forEach((field, all) -> {
            switch (inherited(field, "FT") instanceof Cos.Name kind ? kind.text() : "") {
                case "Tx" -> text(field, all, false);
                case "Ch" -> text(field, all, true);
                case "Btn" -> button(field, all);
                default -> {}
            }
        });
    }

    /** The field that a widget belongs to: the nearest with a name, or the widget itself. */
    private int field(int widget) {
        int at = widget;
        for (int depth = 0; depth < DEEPEST; depth++) {
            if (dict(at).has("T") || !(dict(at).get("Parent") instanceof Cos.Ref parent)) {
                return at;
            }
            at = parent.number();
        }
        return widget;
    }

    /** Each field has its value itself, so that it can be mended for that field alone, and nothing is left above it. */
    private void ownValues(Set<Integer> fields) {
        Set<Integer> above = new TreeSet<>();
        for (int field : fields) {
            if (!dict(field).has("V") && !(inherited(field, "V") instanceof Cos.Null)) {
                set(field, dict(field).with("V", inherited(field, "V")));
                int at = field;
                while (dict(at).get("Parent") instanceof Cos.Ref parent && above.add(parent.number())) {
                    at = parent.number();
                }
            }
        }
        above.stream()
                .filter(one -> !fields.contains(one))
                .forEach(one -> set(one, dict(one).without("V")));
    }

    private Cos inherited(int index, String key) {
        Cos.Dict at = dict(index);
        for (int depth = 0; depth < DEEPEST && !at.has(key); depth++) {
            at = Cos.dict(clean.resolve(at.get("Parent"))).orElse(Cos.Dict.EMPTY);
        }
        return clean.resolve(at.get(key));
    }

    private Cos.Dict dict(int index) {
        return Cos.dict(clean.value(index)).orElse(Cos.Dict.EMPTY);
    }

    private int flags(int field) {
        return Cos.integer(inherited(field, "Ff"), 0);
    }

    private void text(int field, List<Integer> widgets, boolean choice) {
        FieldValue value = FieldValue.of(inherited(field, "V"), inherited(field, "Opt"), choice, flags(field));
        List<Optional<String>> drawn = widgets.stream().map(this::drawn).toList();
        if (!stale && !value.list()) {
            FieldValue said = value;
            Optional<String> seen = drawn.stream()
                    .flatMap(Optional::stream)
                    .filter(text -> !text.isBlank())
                    .findFirst();
            if (seen.isPresent() && !said.isDrawnBy(seen.get())) {
                value = new FieldValue(value.meaning(seen.get()), value.options(), false);
                set(field, dict(field).without("I").with("V", value.value()));
                told("pdf.field-value", field);
            }
        }
        for (int i = 0; i < widgets.size(); i++) {
            int widget = widgets.get(i);
            if (widget != field && dict(widget).has("V")) {
                set(widget, dict(widget).without("V"));
                told("pdf.field-value", widget);
            }
            boolean same = drawn.get(i).filter(value::isDrawnBy).isPresent();
            boolean drawnAtAll = dict(widget).has("AP");
            if (!same && (drawnAtAll || stale && !value.isEmpty())) {
                draw(widget, field, value);
                if (drawnAtAll) {
                    told("pdf.field-drawing", widget);
                }
            }
        }
    }

    /** What a widget shows; empty where that cannot be told. */
    private Optional<String> drawn(int widget) {
        Cos.Dict appearance = Cos.dict(clean.resolve(dict(widget).get("AP"))).orElse(Cos.Dict.EMPTY);
        if (!(appearance.get("N") instanceof Cos.Ref ref)) {
            return Optional.empty();
        }
        Cos.Dict own =
                Cos.dict(clean.resolve(dict(ref.number()).get("Resources"))).orElse(Cos.Dict.EMPTY);
        Cos.Dict shared = Cos.dict(clean.resolve(form.get("DR"))).orElse(Cos.Dict.EMPTY);
        Cos.Dict known = Cos.dict(clean.resolve(own.get("Font")))
                .or(() -> Cos.dict(clean.resolve(shared.get("Font"))))
                .orElse(Cos.Dict.EMPTY);
        return contents.drawing(ref.number())
                .flatMap(content -> FieldText.drawn(content, known, clean::resolve, fonts::unicode, keeper.budget()));
    }

    private void draw(int widget, int field, FieldValue value) {
        Cos.Dict dict = dict(widget);
        Cos.Dict look = Cos.dict(clean.resolve(dict.get("MK"))).orElse(Cos.Dict.EMPTY);
        double width = side(dict, 0);
        double height = side(dict, 1);
        int quarters = Math.floorMod(Cos.integer(look.get("R"), 0) / 90, 4);
        boolean across = quarters % 2 == 1;
        byte[] content = FieldDrawing.of(
                String.join("\n", value.shown()),
                across ? height : width,
                across ? width : height,
                look,
                style(widget, field, value));
        CleanFile.Span span = keeper.store().flate(Optional.empty(), out -> out.write(content));
        Cos.Dict drawing = StreamStore.flate()
                .with("Type", Cos.name("XObject"))
                .with("Subtype", Cos.name("Form"))
                .with(
                        "BBox",
                        Cos.Arr.of(
                                Cos.num(0),
                                Cos.num(0),
                                Num.near(across ? height : width),
                                Num.near(across ? width : height)))
                .with("Resources", resources());
        if (quarters > 0) {
            int cos = quarters == 2 ? -1 : 0;
            int sin = across ? 2 - quarters : 0;
            drawing = drawing.with(
                    "Matrix",
                    Cos.Arr.of(Cos.num(cos), Cos.num(sin), Cos.num(-sin), Cos.num(cos), Cos.num(0), Cos.num(0)));
        }
        int index = clean.add();
        clean.set(index, drawing, span);
        set(widget, dict.without("AS").with("AP", Cos.Dict.EMPTY.with("N", CleanFile.ref(index))));
    }

    private FieldStyle style(int widget, int field, FieldValue value) {
        Cos own = inherited(widget, "DA") instanceof Cos.Str ? inherited(widget, "DA") : form.get("DA");
        byte[] appearance = clean.resolve(own) instanceof Cos.Str string ? string.toBytes() : new byte[0];
        Cos quadding = inherited(widget, "Q") instanceof Num ? inherited(widget, "Q") : form.get("Q");
        FieldStyle style = FieldStyle.of(
                appearance, Cos.integer(quadding, 0), flags(field), Cos.integer(inherited(field, "MaxLen"), 0));
        return value.list() ? style.withLines() : style;
    }

    /** The width (0) or height (1) of a widget. */
    private double side(Cos.Dict widget, int which) {
        return clean.resolve(widget.get("Rect")) instanceof Cos.Arr rect
                        && rect.get(which) instanceof Num low
                        && rect.get(which + 2) instanceof Num high
                ? Math.min(100_000, Math.abs(high.value() - low.value()))
                : 0;
    }

    /** The same for all fields drawn anew. */
    private Cos resources() {
        if (resources.isEmpty()) {
            Cos.Dict all = Cos.Dict.EMPTY;
            for (String name : List.of(FieldDrawing.LATIN, FieldDrawing.JAPANESE)) {
                all = all.with(name, CleanFile.ref(clean.add(FieldDrawing.font(name))));
            }
            resources = Optional.of(Cos.Dict.EMPTY.with("Font", all));
        }
        return resources.get();
    }

    /** 12.7.5.2: what check boxes and radio buttons show is their state. */
    private void button(int field, List<Integer> widgets) {
        boolean states = widgets.stream().allMatch(widget -> dict(widget).get("AS") instanceof Cos.Name);
        if (!states || (flags(field) & PUSH_BUTTON) != 0 || !(inherited(field, "V") instanceof Cos.Name said)) {
            return;
        }
        List<Cos> on = widgets.stream()
                .map(widget -> dict(widget).get("AS"))
                .filter(state -> !state.equals(OFF))
                .toList();
        Cos shown = on.isEmpty() ? OFF : on.contains(said) ? said : on.getFirst();
        if (!shown.equals(said)) {
            set(field, dict(field).with("V", shown));
            told("pdf.field-value", field);
        }
    }

    private void set(int index, Cos.Dict dict) {
        clean.set(index, dict);
    }

    private void told(String code, int index) {
        keeper.told()
                .changed(
                        code,
                        new Place(
                                0, dict(index).get("T") instanceof Cos.Str name ? TextStrings.text(name) : "AcroForm"));
    }
}
