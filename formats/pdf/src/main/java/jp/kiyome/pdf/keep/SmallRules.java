package jp.kiyome.pdf.keep;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import jp.kiyome.pdf.allow.Rule;
import jp.kiyome.pdf.content.ContentRewriter;
import jp.kiyome.pdf.content.InlinePictures;
import jp.kiyome.pdf.content.NamedResources;
import jp.kiyome.pdf.cos.ByteInput;
import jp.kiyome.pdf.cos.Cos;
import jp.kiyome.pdf.cos.Num;
import jp.kiyome.pdf.read.Loaded;
import jp.kiyome.pdf.read.RawStream;
import jp.kiyome.pdf.write.CleanFile;
import jp.kiyome.pdf.write.StreamStore;

/** The coded rules of the allow-list that need no class of their own. */
// The order of the keys matters.
@SuppressWarnings("NonApiType")
final class SmallRules {

    private static final Set<String> LABEL_KEYS = Set.of("Type", "S", "P", "St");
    private static final int DEEPEST_ORDER = 16;
    private static final Set<String> FIELDS = Set.of("Btn", "Tx", "Ch");
    private static final int LONGEST_ID = 65_535;
    private static final Set<String> BLEND_MODES = Set.of(
            "Normal",
            "Compatible",
            "Multiply",
            "Screen",
            "Overlay",
            "Darken",
            "Lighten",
            "ColorDodge",
            "ColorBurn",
            "HardLight",
            "SoftLight",
            "Difference",
            "Exclusion",
            "Hue",
            "Saturation",
            "Color",
            "Luminosity");

    private final Keeper keeper;

    SmallRules(Keeper keeper) {
        this.keeper = keeper;
    }

    void register() {
        keeper.rule("known", (value, place) -> keeper.copies().known(value));
        keeper.rule("form", (value, place) -> told(form(value, place), "pdf.refused-value", place));
        keeper.rule("x-object", this::xObject);
        keeper.rule("image", this::image);
        keeper.rule(
                "glyph",
                (value, place) -> keeper.stream(value).isEmpty()
                        ? told(Optional.empty(), "pdf.refused-value", place)
                        : keeper.keep(value, "Glyph", place));
        keeper.rule("dash", (value, place) -> told(dash(keeper.resolve(value)), "pdf.refused-value", place));
        keeper.rule("border", (value, place) -> told(border(keeper.resolve(value)), "pdf.refused-value", place));
        keeper.rule("blend-mode", (value, place) -> told(blendMode(keeper.resolve(value)), "pdf.refused-value", place));
        keeper.rule(
                "font-and-size",
                (value, place) -> told(fontAndSize(keeper.resolve(value), place), "pdf.refused-value", place));
        keeper.rule(
                "colour-key",
                (value, place) -> told(keeper.numbers(keeper.resolve(value), -1), "pdf.refused-value", place));
        keeper.rule(
                "layer-order",
                (value, place) -> told(order(value, place, 0, new HashSet<>()), "pdf.refused-value", place));
        keeper.rule("page-labels", this::pageLabels);
        keeper.rule("parent-tree", this::parentTree);
        keeper.rule("id-tree", this::idTree);
        keeper.rule("field-type", this::fieldType);
        keeper.rule("signature-value", (value, place) -> told(Optional.empty(), "pdf.signature", place));
        keeper.rule("default-appearance", this::defaultAppearance);
        keeper.streamRule("samples", this::samples);
        keeper.streamRule("calculator", (index, dict, stream, place) -> {
            byte[] program = Calculator.rebuilt(keeper.objects().bytes(stream, 1 << 16), code -> keeper.told()
                            .removed(code, place))
                    .orElseThrow();
            CleanFile.Span span = keeper.store().flate(keeper.source(stream), out -> out.write(program));
            keeper.clean().set(index, Images.joined(dict, StreamStore.flate()), span);
        });
    }

    private Optional<Cos> told(Optional<Cos> kept, String code, Place place) {
        if (kept.isEmpty()) {
            keeper.told().removed(code, place);
        }
        return kept;
    }

    private Optional<Cos> form(Cos value, Place place) {
        return isForm(keeper, value) ? keeper.keep(value, "Form", place) : Optional.empty();
    }

    static boolean isForm(Keeper keeper, Cos value) {
        return keeper.stream(value)
                .map(s -> s.dict().name("Subtype"))
                .filter(subtype -> subtype.equals("Form") || subtype.isEmpty())
                .isPresent();
    }

    private Optional<Cos> xObject(Cos value, Place place) {
        Optional<Loaded> stream = keeper.stream(value);
        String subtype = stream.map(s -> keeper.resolve(s.dict().get("Subtype")) instanceof Cos.Name n ? n.text() : "")
                .orElse("");
        if (subtype.equals("Image")) {
            return image(value, place);
        }
        if (stream.isPresent() && (subtype.equals("Form") || subtype.isEmpty())) {
            return keeper.keep(value, "Form", place);
        }
        return told(Optional.empty(), subtype.equals("PS") ? "pdf.postscript" : "pdf.unlisted-object", place);
    }

    private Optional<Cos> image(Cos value, Place place) {
        return keeper.stream(value).isEmpty()
                ? told(Optional.empty(), "pdf.refused-value", place)
                : keeper.keep(value, "Image", place);
    }

    /** 8.4.3.6. */
    private Optional<Cos> dash(Cos value) {
        return value instanceof Cos.Arr pair && keeper.resolve(pair.get(1)) instanceof Num phase
                ? keeper.numbers(keeper.resolve(pair.get(0)), -1).map(dashes -> Cos.Arr.of(dashes, phase))
                : Optional.empty();
    }

    /** Table 166: three numbers and perhaps a dash array. */
    private Optional<Cos> border(Cos value) {
        if (!(value instanceof Cos.Arr array) || array.size() < 3) {
            return Optional.empty();
        }
        List<Cos> kept = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            kept.add(keeper.resolve(array.get(i)) instanceof Num number ? number : Cos.num(0));
        }
        keeper.numbers(keeper.resolve(array.get(3)), -1).ifPresent(kept::add);
        return Optional.of(new Cos.Arr(kept));
    }

    private Optional<Cos> blendMode(Cos value) {
        Cos first = value instanceof Cos.Arr modes
                ? modes.items().stream()
                        .map(keeper::resolve)
                        .filter(m -> m instanceof Cos.Name n && BLEND_MODES.contains(n.text()))
                        .findFirst()
                        .orElse(Cos.NULL)
                : value;
        return Optional.of(first).filter(m -> m instanceof Cos.Name n && BLEND_MODES.contains(n.text()));
    }

    private Optional<Cos> fontAndSize(Cos value, Place place) {
        return value instanceof Cos.Arr pair && keeper.resolve(pair.get(1)) instanceof Num size
                ? keeper.keep(pair.get(0), new Rule.Shaped("Font", "Subtype", "", false), place)
                        .map(font -> Cos.Arr.of(font, size))
                : Optional.empty();
    }

    /** Table 99, Order: groups, and arrays of them with a label. */
    private Optional<Cos> order(Cos value, Place place, int depth, Set<Integer> met) {
        Cos found = keeper.resolve(value);
        if (found instanceof Cos.Str) {
            return TextStrings.clean(found);
        }
        if (found instanceof Cos.Arr array && depth < DEEPEST_ORDER) {
            if (value instanceof Cos.Ref ref && !met.add(ref.number())) {
                keeper.told().removed("pdf.loop", place);
                return Optional.empty();
            }
            List<Cos> kept = new ArrayList<>();
            array.items().forEach(item -> order(item, place, depth + 1, met).ifPresent(kept::add));
            return Optional.of(new Cos.Arr(kept));
        }
        return found instanceof Cos.Dict
                ? keeper.keep(value, new Rule.Shaped("Property", "Type", "", false), place)
                : Optional.empty();
    }

    /** 12.4.2. */
    private Optional<Cos> pageLabels(Cos value, Place place) {
        TreeMap<Integer, Cos> labels = new TreeMap<>();
        new Trees(keeper).numbers(value, place, (page, label) -> {
            if (keeper.resolve(label) instanceof Cos.Dict dict) {
                Cos.Dict kept = Cos.Dict.EMPTY;
                if (keeper.resolve(dict.get("S")) instanceof Cos.Name style
                        && Set.of("D", "R", "r", "A", "a").contains(style.text())) {
                    kept = kept.with("S", style);
                }
                Optional<Cos> prefix = TextStrings.clean(keeper.resolve(dict.get("P")));
                if (prefix.isPresent()) {
                    kept = kept.with("P", prefix.get());
                }
                if (Cos.integer(keeper.resolve(dict.get("St")), 0) >= 1) {
                    kept = kept.with("St", keeper.resolve(dict.get("St")));
                }
                tellLabel(dict, kept, place);
                labels.put(page, kept);
            }
        });
        return numberTree(labels);
    }

    private void tellLabel(Cos.Dict label, Cos.Dict kept, Place place) {
        label.entries().forEach((key, value) -> {
            if (!LABEL_KEYS.contains(key)) {
                keeper.told().removed("pdf.unlisted-entry", place.at(key));
            } else if (!kept.has(key) && !(key.equals("Type") && value.equals(Cos.name("PageLabel")))) {
                keeper.told().removed("pdf.refused-value", place.at(key));
            }
        });
    }

    private static Optional<Cos> numberTree(TreeMap<Integer, Cos> leaves) {
        if (leaves.isEmpty()) {
            return Optional.empty();
        }
        List<Cos> pairs = new ArrayList<>();
        leaves.forEach((key, leaf) -> {
            pairs.add(Cos.num(key));
            pairs.add(leaf);
        });
        return Optional.of(Cos.Dict.EMPTY.with("Nums", new Cos.Arr(pairs)));
    }

    /** 14.7.5.4: which structure elements a page's marked content belongs to. */
    private Optional<Cos> parentTree(Cos value, Place place) {
        TreeMap<Integer, Cos> parents = new TreeMap<>();
        Rule element = new Rule.Shaped("StructKid", "Type", "StructElem", false);
        new Trees(keeper).numbers(value, place, (key, leaf) -> {
            if (keeper.resolve(leaf) instanceof Cos.Arr array) {
                List<Cos> kept = new ArrayList<>();
                array.items()
                        .forEach(item -> kept.add(
                                item instanceof Cos.Ref
                                        ? keeper.keep(item, element, place).orElse(Cos.NULL)
                                        : Cos.NULL));
                parents.put(key, new Cos.Arr(kept));
            } else if (leaf instanceof Cos.Ref) {
                keeper.keep(leaf, element, place).ifPresent(found -> parents.put(key, found));
            }
        });
        return numberTree(parents).map(tree -> CleanFile.ref(keeper.clean().add(tree)));
    }

    /** Table 226; what a field of signatures shows stays a drawing. */
    private Optional<Cos> fieldType(Cos value, Place place) {
        Cos found = keeper.resolve(value);
        boolean kept = found instanceof Cos.Name kind && FIELDS.contains(kind.text());
        String code = found.equals(Cos.name("Sig")) ? "pdf.signature" : "pdf.refused-value";
        return told(kept ? Optional.of(found) : Optional.empty(), code, place);
    }

    /** 14.7.2: structure elements by names that others call them, as cells of a table their headers. */
    private Optional<Cos> idTree(Cos value, Place place) {
        TreeMap<String, Cos> elements = new TreeMap<>();
        Rule element = new Rule.Shaped("StructKid", "Type", "StructElem", false);
        new Trees(keeper).names(value, place, (name, leaf) -> {
            if (leaf instanceof Cos.Ref && name.length() <= LONGEST_ID) {
                keeper.keep(leaf, element, place).ifPresent(found -> elements.putIfAbsent(name, found));
            }
        });
        if (elements.isEmpty()) {
            return Optional.empty();
        }
        List<Cos> pairs = new ArrayList<>();
        elements.forEach((name, found) -> {
            pairs.add(new Cos.Str(name));
            pairs.add(found);
        });
        return Optional.of(CleanFile.ref(keeper.clean().add(Cos.Dict.EMPTY.with("Names", new Cos.Arr(pairs)))));
    }

    /** 12.7.4.3: operators of text state and colour. */
    private Optional<Cos> defaultAppearance(Cos value, Place place) {
        if (!(keeper.resolve(value) instanceof Cos.Str string) || string.bytes().length() > 4096) {
            return told(Optional.empty(), "pdf.refused-value", place);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        InlinePictures none = new InlinePictures() {
            @Override
            public long plainLength(Cos.Dict dict) {
                return -1;
            }

            @Override
            public Optional<Picture> rebuild(Picture picture) {
                return Optional.empty();
            }
        };
        new ContentRewriter(
                        ByteInput.of(string.toBytes()),
                        NamedResources.ANY,
                        none,
                        out,
                        code -> keeper.told().removed(code, place),
                        keeper.budget())
                .rewrite();
        return Optional.of(Cos.Str.of(out.toByteArray()));
    }

    /** 7.10.2: as many bits as sizes and range say. */
    private void samples(int index, Cos.Dict dict, RawStream stream, Place place) {
        double bits = Cos.integer(dict.get("BitsPerSample"), 8)
                * (dict.get("Range") instanceof Cos.Arr range ? range.size() / 2 : 0);
        if (dict.get("Size") instanceof Cos.Arr size) {
            for (Cos one : size.items()) {
                bits *= Math.max(1, Cos.integer(one, 1));
            }
        }
        long length = (long) Math.min(1L << 26, Math.ceil(bits / 8));
        CleanFile.Span span = keeper.store().flate(keeper.source(stream), out -> {
            try (InputStream in = keeper.objects().decoded(stream)) {
                byte[] read = in.readNBytes((int) length);
                out.write(Arrays.copyOf(read, (int) length));
            }
        });
        keeper.clean().set(index, Images.joined(dict, StreamStore.flate()), span);
    }
}
