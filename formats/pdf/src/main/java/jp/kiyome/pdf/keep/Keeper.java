package jp.kiyome.pdf.keep;

import static java.util.Objects.requireNonNull;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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

    private final Objects objects;
    private final CleanFile clean;
    private final StreamStore store;
    private final Session session;
    private final Told told;
    private final AllowList list = AllowList.pdf();
    private final Map<String, CodedRule> coded = new HashMap<>();
    private final Map<String, StreamRule> streams = new HashMap<>();
    private final Set<Integer> inTree = new HashSet<>();
    private final Copies copies;
    private final Leaves leaves;

    Keeper(Objects objects, CleanFile clean, StreamStore store, Session session) {
        this.objects = objects;
        this.clean = clean;
        this.store = store;
        this.session = session;
        this.told = new Told(session);
        this.copies = new Copies(clean);
        this.leaves = new Leaves(objects, session.budget());
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

    /** Which objects are copied, and where to. */
    Copies copies() {
        return copies;
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

    /** Copies everything that waits. */
    void run() {
        int steps = 0;
        for (var next = copies.next(); next.isPresent(); next = copies.next()) {
            if (++steps % 256 == 0) {
                budget().checkTime();
            }
            Copies.Task task = next.get();
            Place place = new Place(task.number(), "");
            Loaded loaded = objects.load(task.number());
            if (task.rule() instanceof Rule.Shaped shaped) {
                Cos.Dict dict = named(loaded.dict(), shaped);
                shape(shaped, dict).ifPresent(shape -> object(task.index(), dict, loaded.stream(), shape, place));
            } else {
                keep(loaded.value(), task.rule(), place).ifPresent(value -> clean.set(task.index(), value));
            }
        }
    }

    private void object(int index, Cos.Dict dict, Optional<RawStream> stream, Shape shape, Place place) {
        Cos.Dict kept = dict(dict, shape, place);
        if (stream.isPresent() && shape.isStream()) {
            StreamRule rule = requireNonNull(streams.get(shape.stream()));
            rule.keep(index, kept, stream.get(), place);
        } else {
            clean.set(index, kept);
        }
    }

    private Cos.Dict named(Cos.Dict dict, Rule.Shaped rule) {
        return rule.shape().equals("Font") && !FontKind.isKnown(this, dict) ? FontKind.named(this, dict) : dict;
    }

    /** What a rule lets through of a value; tells what it drops inside, not that it drops the whole. */
    Optional<Cos> keep(Cos value, Rule rule, Place place) {
        return switch (rule) {
            case Rule.Leaf leaf -> {
                if (leaf instanceof Rule.Numbers numbers && leaves.losesItems(value, numbers)) {
                    told.removed("pdf.refused-value", place);
                }
                yield leaves.keep(value, leaf);
            }
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

    Optional<Cos> numbers(Cos value, int count) {
        return leaves.numbers(value, count);
    }

    /** Whether a rule may let something through: a look at the value alone. */
    private boolean fits(Cos value, Rule rule) {
        return switch (rule) {
            case Rule.Leaf leaf -> leaves.fits(resolve(value), leaf);
            case Rule.Shaped shaped ->
                resolve(value) instanceof Cos.Dict dict && shape(shaped, dict).isPresent();
            case Rule.ListOf all -> resolve(value) instanceof Cos.Arr;
            case Rule.MapOf all ->
                resolve(value) instanceof Cos.Dict && stream(value).isEmpty();
            case Rule.Coded code ->
                switch (code.kind()) {
                    case "form", "image", "glyph-map" -> stream(value).isPresent();
                    case "signature-value" -> resolve(value) instanceof Cos.Dict;
                    case "colour-key" -> resolve(value) instanceof Cos.Arr;
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
        if (!(resolve(value) instanceof Cos.Dict found)) {
            return resolve(value) instanceof Cos.Null ? Optional.empty() : gone("pdf.refused-value", place);
        }
        Cos.Dict dict = named(found, rule);
        if (!dict.equals(found)) {
            told.changed("pdf.font-kind", place);
        }
        Optional<Shape> shape = shape(rule, dict).filter(this::asPolicySays);
        if (shape.isEmpty()) {
            String variant = resolve(dict.get(rule.key())) instanceof Cos.Name name ? name.text() : "";
            told.removed(
                    rule.shape().equals("Annot") ? Annotations.finding(variant) : "pdf.unlisted-object",
                    place,
                    variant);
            return Optional.empty();
        }
        if (shape.get().name().equals(Annotations.POSTER) && !poster(dict, place)) {
            return Optional.empty();
        }
        if (!(value instanceof Cos.Ref ref)) {
            return shape.get().isStream()
                    ? gone("pdf.refused-value", place)
                    : Optional.of(direct(dict, rule, shape.get(), place));
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
        return Optional.of(copies.later(ref, shape.get().name(), rule));
    }

    /** Annotations and fields are objects of their own, so that they are found. */
    private Cos direct(Cos.Dict dict, Rule.Shaped rule, Shape shape, Place place) {
        Cos.Dict kept = dict(dict, shape, place);
        return rule.shape().equals("Annot") || rule.shape().equals("Field") ? CleanFile.ref(clean.add(kept)) : kept;
    }

    /** What media show while they do not play stays as a picture, where there is one. */
    private boolean poster(Cos.Dict annotation, Place place) {
        if (!Annotations.drawn(this, annotation)) {
            told.removed("pdf.media", place, annotation.name("Subtype"));
            return false;
        }
        told.changed("pdf.media", place, annotation.name("Subtype"));
        return true;
    }

    private boolean asPolicySays(Shape shape) {
        return !shape.name().equals("Annot/FileAttachment") || Attachments.kept(session.policy());
    }

    private Optional<Cos> gone(String code, Place place) {
        told.removed(code, place);
        return Optional.empty();
    }

    private Optional<Cos> listOf(Cos value, Rule.ListOf rule, Place place) {
        if (!(resolve(value) instanceof Cos.Arr array)) {
            return Optional.empty();
        }
        if (value instanceof Cos.Ref ref && !flat(rule.item())) {
            return Optional.of(copies.later(ref, rule.text(), rule));
        }
        leaves.spend(array.size());
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
            case Rule.Leaf leaf -> true;
            case Rule.ListOf list -> flat(list.item());
            case Rule.FirstOf first -> first.rules().stream().allMatch(Keeper::flat);
            case Rule.Shaped shaped -> false;
            case Rule.Coded code -> false;
            case Rule.MapOf map -> false;
        };
    }

    private Optional<Cos> mapOf(Cos value, Rule.MapOf rule, Place place) {
        if (!(resolve(value) instanceof Cos.Dict dict) || stream(value).isPresent()) {
            return Optional.empty();
        }
        if (value instanceof Cos.Ref ref) {
            return Optional.of(copies.later(ref, rule.text(), rule));
        }
        leaves.spend(dict.entries().size());
        TreeMap<String, Cos> kept = new TreeMap<>();
        dict.entries().forEach((key, item) -> {
            Optional<Cos> one =
                    key.length() > LONGEST_NAME ? Optional.empty() : keep(item, rule.value(), place.at(key));
            one.ifPresentOrElse(found -> kept.put(key, found), () -> refused(item, rule.value(), place.at(key)));
        });
        return Optional.of(new Cos.Dict(kept));
    }

    /** Shapes and code have told already why they let nothing through. */
    private void refused(Cos value, Rule from, Place place) {
        Rule rule = from instanceof Rule.FirstOf first
                ? first.rules().stream().filter(r -> fits(value, r)).findFirst().orElse(from)
                : from;
        if (!(rule instanceof Rule.Coded) && !(rule instanceof Rule.Shaped) && !(resolve(value) instanceof Cos.Null)) {
            told.removed("pdf.refused-value", place);
        }
    }

    /** The entries of a dictionary that its shape names. */
    Cos.Dict dict(Cos.Dict dict, Shape shape, Place place) {
        leaves.spend(dict.entries().size());
        TreeMap<String, Cos> kept = new TreeMap<>();
        dict.entries().forEach((key, value) -> {
            Rule rule = shape.keys().get(key);
            Place at = place.at(key);
            if (rule == null) {
                if (OwnEntries.unused(shape, key)) {
                    told.removed("pdf.unused-entry", at);
                } else if (!OwnEntries.has(shape, key)) {
                    unlisted(key, value, at);
                }
                return;
            }
            keep(value, rule, at)
                    .ifPresentOrElse(found -> kept.put(renamed(key, found), found), () -> refused(value, rule, at));
        });
        if (shape.name().equals(Annotations.POSTER)) {
            kept.put("Subtype", Cos.name("Stamp"));
        }
        return new Cos.Dict(kept);
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
