package jp.kiyome.pdf.keep;

import static java.util.Objects.requireNonNull;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.spi.Session;
import jp.kiyome.pdf.allow.AllowList;
import jp.kiyome.pdf.allow.Rule;
import jp.kiyome.pdf.allow.Shape;
import jp.kiyome.pdf.cos.Cos;
import jp.kiyome.pdf.cos.Num;
import jp.kiyome.pdf.read.Loaded;
import jp.kiyome.pdf.read.Objects;
import jp.kiyome.pdf.read.RawStream;
import jp.kiyome.pdf.write.CleanFile;
import jp.kiyome.pdf.write.StreamStore;

/**
 * Copies values into the clean file as far as a rule allows. Objects that are referred to are copied once for each shape they are
 * used as, later, from a queue: neither loops nor depth of a file matter. Not thread-safe.
 */
// The order of the keys matters.
@SuppressWarnings("NonApiType")
final class Keeper {

    private static final int LONGEST_NAME = 255;
    private static final Set<String> STREAM_KEYS = Set.of("Length", "Filter", "DecodeParms", "DL");

    private record Copy(int number, String as) {}

    private record Task(int index, int number, Rule rule) {}

    private final Objects objects;
    private final CleanFile clean;
    private final StreamStore store;
    private final Session session;
    private final Told told;
    private final AllowList list = AllowList.pdf();
    private final Map<String, CodedRule> coded = new HashMap<>();
    private final Map<String, StreamRule> streams = new HashMap<>();
    private final Map<Copy, Integer> copies = new HashMap<>();
    private final Map<Integer, Integer> firstCopies = new HashMap<>();
    private final Set<Integer> inTree = new HashSet<>();
    private final Deque<Task> queue = new ArrayDeque<>();

    Keeper(Objects objects, CleanFile clean, StreamStore store, Session session) {
        this.objects = objects;
        this.clean = clean;
        this.store = store;
        this.session = session;
        this.told = new Told(session);
    }

    /** Rebuilds the data of a stream whose dictionary is clean. */
    interface StreamRule {
        /** Takes {@code index}: where the object belongs; the rule sets it */
        void keep(int index, Cos.Dict dict, RawStream stream, Place place);
    }

    void rule(String kind, CodedRule rule) {
        coded.put(kind, rule);
    }

    void streamRule(String kind, StreamRule rule) {
        streams.put(kind, rule);
    }

    Objects objects() {
        return objects;
    }

    CleanFile clean() {
        return clean;
    }

    StreamStore store() {
        return store;
    }

    Session session() {
        return session;
    }

    Budget budget() {
        return session.budget();
    }

    Told told() {
        return told;
    }

    Cos resolve(Cos value) {
        return objects.resolve(value);
    }

    Optional<Loaded> stream(Cos value) {
        if (!(value instanceof Cos.Ref ref)) {
            return Optional.empty();
        }
        return Optional.of(objects.load(ref.number()))
                .filter(loaded -> loaded.stream().isPresent());
    }

    /** The stream in the file that is read, for a store that compares. */
    Optional<StreamStore.Source> source(RawStream stream) {
        return Optional.of(new StreamStore.Source() {
            @Override
            public InputStream decoded() {
                return objects.decoded(stream);
            }

            @Override
            public InputStream encoded() {
                return objects.encoded(stream);
            }
        });
    }

    /** Numbers of the objects that were copied. */
    Set<Integer> copied() {
        return firstCopies.keySet();
    }

    /** The first copy of an object, whatever it is used as. */
    Optional<Cos> known(Cos value) {
        return value instanceof Cos.Ref ref
                ? Optional.ofNullable(firstCopies.get(ref.number())).map(CleanFile::ref)
                : Optional.empty();
    }

    /** Says that an object is being copied by other code. */
    void claim(int number, int index) {
        firstCopies.putIfAbsent(number, index);
    }

    /** Copies what code rather than a shape makes of an object, once. {@code make} sets the object or leaves it null. */
    Optional<Cos> once(Cos value, String as, IntConsumer make) {
        if (!(value instanceof Cos.Ref ref)) {
            int index = clean.add();
            make.accept(index);
            return present(index);
        }
        Copy copy = new Copy(ref.number(), as);
        Integer known = copies.get(copy);
        if (known == null) {
            known = clean.add();
            copies.put(copy, known);
            firstCopies.putIfAbsent(ref.number(), known);
            make.accept(known);
        }
        return present(known);
    }

    private Optional<Cos> present(int index) {
        return clean.value(index) instanceof Cos.Null ? Optional.empty() : Optional.of(CleanFile.ref(index));
    }

    /** Copies everything that waits. */
    void run() {
        int steps = 0;
        while (!queue.isEmpty()) {
            if (++steps % 256 == 0) {
                budget().checkTime();
            }
            Task task = queue.remove();
            Place place = new Place(task.number, "");
            Loaded loaded = objects.load(task.number);
            if (task.rule instanceof Rule.Shaped shaped) {
                shape(shaped, loaded.dict()).ifPresent(shape -> object(task.index, loaded, shape, place));
            } else {
                keep(loaded.value(), task.rule, place).ifPresent(value -> clean.set(task.index, value));
            }
        }
    }

    private void object(int index, Loaded loaded, Shape shape, Place place) {
        Cos.Dict dict = dict(loaded.dict(), shape, place);
        if (loaded.stream().isPresent() && shape.isStream()) {
            StreamRule rule = requireNonNull(streams.get(shape.stream()));
            rule.keep(index, dict, loaded.stream().get(), place);
        } else {
            clean.set(index, dict);
        }
    }

    /** What a rule lets through of a value; tells what it drops inside, not that it drops the whole. */
    Optional<Cos> keep(Cos value, Rule rule, Place place) {
        return switch (rule) {
            case Rule.OneName names ->
                Optional.of(resolve(value))
                        .filter(found -> found instanceof Cos.Name name
                                && name.text().length() <= LONGEST_NAME
                                && (names.names().isEmpty() || names.names().contains(name.text())));
            case Rule.Truth truth -> Optional.of(resolve(value)).filter(Cos.Bool.class::isInstance);
            case Rule.Whole whole -> whole(value, whole);
            case Rule.Numeric number -> Optional.of(resolve(value)).filter(Num.class::isInstance);
            case Rule.Numbers numbers -> numbers(resolve(value), numbers.count());
            case Rule.Text text -> TextStrings.clean(resolve(value));
            case Rule.Bytes bytes ->
                Optional.of(resolve(value))
                        .filter(v -> v instanceof Cos.Str s && s.bytes().length() <= 65535);
            case Rule.Date date -> TextStrings.date(resolve(value));
            case Rule.Shaped shaped -> shaped(value, shaped, place);
            case Rule.ListOf all -> listOf(value, all, place);
            case Rule.MapOf all -> mapOf(value, all, place);
            case Rule.FirstOf first ->
                first.rules().stream().filter(r -> fits(value, r)).findFirst().flatMap(r -> keep(value, r, place));
            case Rule.Coded code ->
                requireNonNull(coded.get(code.kind()), code.kind()).keep(value, place);
        };
    }

    Optional<Cos> keep(Cos value, String shape, Place place) {
        return keep(value, new Rule.Shaped(shape, "", "", false), place);
    }

    private Optional<Cos> whole(Cos value, Rule.Whole range) {
        Cos found = resolve(value);
        if (found instanceof Num number && !number.whole()) {
            // Writers put down what they have computed; readers cut it.
            found = Cos.num((long) number.value());
        }
        return found instanceof Num number && number.unscaled() >= range.least() && number.unscaled() <= range.most()
                ? Optional.of(found)
                : Optional.empty();
    }

    Optional<Cos> numbers(Cos value, int count) {
        if (!(value instanceof Cos.Arr array) || count >= 0 && array.size() < count) {
            return Optional.empty();
        }
        List<Cos> numbers = new ArrayList<>(array.size());
        for (Cos item : count >= 0 ? array.items().subList(0, count) : array.items()) {
            numbers.add(resolve(item) instanceof Num number ? number : Cos.num(0));
        }
        return Optional.of(new Cos.Arr(numbers));
    }

    /** Whether a rule may let something through: a look at the value alone. */
    private boolean fits(Cos value, Rule rule) {
        Cos found = resolve(value);
        return switch (rule) {
            case Rule.OneName names ->
                found instanceof Cos.Name name
                        && (names.names().isEmpty() || names.names().contains(name.text()));
            case Rule.Truth truth -> found instanceof Cos.Bool;
            case Rule.Whole whole -> found instanceof Num;
            case Rule.Numeric number -> found instanceof Num;
            case Rule.Numbers numbers -> found instanceof Cos.Arr;
            case Rule.Text text -> found instanceof Cos.Str;
            case Rule.Bytes bytes -> found instanceof Cos.Str;
            case Rule.Date date -> found instanceof Cos.Str;
            case Rule.Shaped shaped ->
                found instanceof Cos.Dict dict && shape(shaped, dict).isPresent();
            case Rule.ListOf all -> found instanceof Cos.Arr;
            case Rule.MapOf all -> found instanceof Cos.Dict && stream(value).isEmpty();
            case Rule.Coded code ->
                switch (code.kind()) {
                    case "form", "image", "glyph-map" -> stream(value).isPresent();
                    case "colour-key" -> found instanceof Cos.Arr;
                    default -> true;
                };
            case Rule.FirstOf first -> first.rules().stream().anyMatch(r -> fits(value, r));
        };
    }

    private Optional<Shape> shape(Rule.Shaped rule, Cos.Dict dict) {
        if (rule.key().isEmpty()) {
            return list.find(rule.shape());
        }
        String variant =
                switch (resolve(dict.get(rule.key()))) {
                    case Cos.Name name -> name.text();
                    case Num number -> Long.toString(number.unscaled());
                    default -> rule.otherwise();
                };
        return list.find(rule.shape() + "/" + variant);
    }

    private Optional<Cos> shaped(Cos value, Rule.Shaped rule, Place place) {
        if (!(resolve(value) instanceof Cos.Dict dict)) {
            return resolve(value) instanceof Cos.Null ? Optional.empty() : gone("pdf.refused-value", place);
        }
        Optional<Shape> shape = shape(rule, dict);
        if (shape.isEmpty()) {
            String variant = resolve(dict.get(rule.key())) instanceof Cos.Name name ? name.text() : "";
            told.removed(
                    rule.shape().equals("Annot") ? Annotations.finding(variant) : "pdf.unlisted-object",
                    place,
                    variant);
            return Optional.empty();
        }
        if (!(value instanceof Cos.Ref ref)) {
            return shape.get().isStream()
                    ? gone("pdf.refused-value", place)
                    : Optional.of(dict(dict, shape.get(), place));
        }
        boolean isStream = stream(value).isPresent();
        if (shape.get().isStream() && !isStream) {
            return gone("pdf.refused-value", place);
        }
        if (rule.tree() && !inTree.add(ref.number())) {
            return gone("pdf.loop", place);
        }
        if (shape.get().stream().equals("calculator") && !Calculator.readable(objects, ref.number())) {
            return gone("pdf.function", place);
        }
        return Optional.of(later(ref, shape.get().name(), rule));
    }

    private Optional<Cos> gone(String code, Place place) {
        told.removed(code, place);
        return Optional.empty();
    }

    private Cos later(Cos.Ref ref, String as, Rule rule) {
        Copy copy = new Copy(ref.number(), as);
        Integer known = copies.get(copy);
        if (known == null) {
            known = clean.add();
            copies.put(copy, known);
            firstCopies.putIfAbsent(ref.number(), known);
            queue.add(new Task(known, ref.number(), rule));
        }
        return CleanFile.ref(known);
    }

    private Optional<Cos> listOf(Cos value, Rule.ListOf rule, Place place) {
        if (!(resolve(value) instanceof Cos.Arr array)) {
            return Optional.empty();
        }
        if (value instanceof Cos.Ref ref && !flat(rule.item())) {
            return Optional.of(later(ref, rule.text(), rule));
        }
        List<Cos> kept = new ArrayList<>(array.size());
        for (int i = 0; i < array.size(); i++) {
            Cos item = array.get(i);
            Optional<Cos> one = item instanceof Cos.Null ? Optional.empty() : keep(item, rule.item(), place.at("[]"));
            one.ifPresentOrElse(kept::add, () -> refused(item, rule.item(), place.at("[]")));
        }
        return Optional.of(new Cos.Arr(kept));
    }

    /** Arrays of values that refer to nothing stand where they are used. */
    private static boolean flat(Rule rule) {
        return switch (rule) {
            case Rule.Shaped s -> false;
            case Rule.Coded c -> false;
            case Rule.ListOf l -> flat(l.item());
            case Rule.MapOf m -> false;
            case Rule.FirstOf f -> f.rules().stream().allMatch(Keeper::flat);
            case Rule.OneName n -> true;
            case Rule.Truth t -> true;
            case Rule.Whole w -> true;
            case Rule.Numeric n -> true;
            case Rule.Numbers n -> true;
            case Rule.Text t -> true;
            case Rule.Bytes b -> true;
            case Rule.Date d -> true;
        };
    }

    private Optional<Cos> mapOf(Cos value, Rule.MapOf rule, Place place) {
        if (!(resolve(value) instanceof Cos.Dict dict) || stream(value).isPresent()) {
            return Optional.empty();
        }
        if (value instanceof Cos.Ref ref) {
            return Optional.of(later(ref, rule.text(), rule));
        }
        TreeMap<String, Cos> kept = new TreeMap<>();
        dict.entries().forEach((key, item) -> {
            Optional<Cos> one =
                    key.length() > LONGEST_NAME ? Optional.empty() : keep(item, rule.value(), place.at(key));
            one.ifPresentOrElse(found -> kept.put(key, found), () -> refused(item, rule.value(), place.at(key)));
        });
        return Optional.of(new Cos.Dict(kept));
    }

    /** Shapes and code have told already why they let nothing through. */
    private void refused(Cos value, Rule rule, Place place) {
        if (!(rule instanceof Rule.Coded) && !(rule instanceof Rule.Shaped) && !(resolve(value) instanceof Cos.Null)) {
            told.removed("pdf.refused-value", place);
        }
    }

    /** The entries of a dictionary that its shape names. */
    Cos.Dict dict(Cos.Dict dict, Shape shape, Place place) {
        TreeMap<String, Cos> kept = new TreeMap<>();
        dict.entries().forEach((key, value) -> {
            Rule rule = shape.keys().get(key);
            Place at = place.at(key);
            if (rule == null) {
                if (!(shape.isStream() && STREAM_KEYS.contains(key)) && !ours(shape, key)) {
                    unlisted(key, value, at);
                }
                return;
            }
            keep(value, rule, at)
                    .ifPresentOrElse(found -> kept.put(renamed(key, found), found), () -> refused(value, rule, at));
        });
        return new Cos.Dict(kept);
    }

    /** Entries that are read and written by code. */
    private static boolean ours(Shape shape, String key) {
        return switch (shape.name()) {
            case "Page" -> key.equals("Parent") || key.equals("Contents");
            case "Catalog" -> key.equals("Pages") || key.equals("Version") || key.equals("Extensions");
            case "OutlineItem" ->
                Set.of("Parent", "Prev", "Next", "First", "Last", "Count").contains(key);
            case "Image" -> key.equals("SMaskInData") || key.equals("Name");
            case "Form", "SimpleFont", "Font/Type1", "Font/TrueType", "Font/Type3" -> key.equals("Name");
            case "FontDescriptor" -> key.equals("CharSet") || key.equals("CIDSet");
            default -> false;
        };
    }

    private void unlisted(String key, Cos value, Place place) {
        String code = list.finding(key);
        if (code.equals("pdf.action")) {
            Actions.tell(this, value, place);
        } else {
            told.removed(code, place);
        }
    }

    /** A font program stands under the key of what it was rebuilt as (9.9, table 124). */
    private String renamed(String key, Cos value) {
        if (!key.startsWith("FontFile")) {
            return key;
        }
        return clean.resolve(value) instanceof Cos.Dict dict && dict.has("Subtype") ? "FontFile3" : "FontFile2";
    }
}
