package jp.kiyome.pdf.keep;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import jp.kiyome.pdf.content.ContentRewriter;
import jp.kiyome.pdf.content.NamedResources;
import jp.kiyome.pdf.cos.ByteInput;
import jp.kiyome.pdf.cos.Cos;
import jp.kiyome.pdf.cos.Malformed;
import jp.kiyome.pdf.read.Loaded;
import jp.kiyome.pdf.read.RawStream;
import jp.kiyome.pdf.write.CleanFile;
import jp.kiyome.pdf.write.StreamStore;

/** Content streams (ISO 32000-2, 7.8.2): collected during the walk, rewritten when all resources that they name are known. */
final class Contents implements Keeper.StreamRule {

    private static final int MOST_STREAMS = 100_000;
    private static final int LONGEST_DRAWING = 1 << 25;

    private record Task(int index, Cos.Dict dict, List<RawStream> streams, Cos resources, Place place) {}

    private final Keeper keeper;
    private final Images images;
    private final ColourSpaces spaces;
    private final Deque<Task> tasks = new ArrayDeque<>();
    private final Map<Integer, Task> forms = new HashMap<>();

    Contents(Keeper keeper, Images images, ColourSpaces spaces) {
        this.keeper = keeper;
        this.images = images;
        this.spaces = spaces;
    }

    /** Forms, patterns and glyphs. */
    @Override
    public void keep(int index, Cos.Dict dict, RawStream stream, Place place) {
        Cos.Dict kept = dict.has("BBox") && !dict.has("PatternType")
                ? dict.with("Type", Cos.name("XObject")).with("Subtype", Cos.name("Form"))
                : dict;
        keeper.clean().set(index, kept);
        Task task = new Task(index, kept, List.of(stream), kept.get("Resources"), place);
        tasks.add(task);
        forms.put(index, task);
    }

    /** The content of a page: one stream, however many there were (7.7.3.3). Empty where there is none. */
    Optional<Cos> page(Cos contents, Cos resources, Place place) {
        List<RawStream> streams = new ArrayList<>();
        collect(contents, streams, 0);
        if (streams.isEmpty()) {
            return Optional.empty();
        }
        int index = keeper.clean().add(Cos.Dict.EMPTY);
        tasks.add(new Task(index, Cos.Dict.EMPTY, streams, resources, place));
        return Optional.of(CleanFile.ref(index));
    }

    private void collect(Cos contents, List<RawStream> streams, int depth) {
        keeper.stream(contents).flatMap(Loaded::stream).ifPresent(streams::add);
        if (streams.size() > MOST_STREAMS) {
            throw Malformed.tooMuch("a page of more than " + MOST_STREAMS + " content streams");
        }
        if (contents instanceof Cos.Ref ref) {
            keeper.copies().claim(ref.number(), 0);
        }
        if (keeper.resolve(contents) instanceof Cos.Arr array && depth < 2) {
            array.items().forEach(item -> collect(item, streams, depth + 1));
        }
    }

    /** Rewrites all that was collected, then once more what must draw less than it says. */
    void run() {
        List<Task> all = new ArrayList<>(tasks);
        Drawings drawings = new Drawings(keeper.clean());
        while (!tasks.isEmpty()) {
            Task task = tasks.remove();
            Map<Drawings.Use, Integer> uses = new LinkedHashMap<>();
            rewrite(task, counting(task.resources, uses), code -> keeper.told().removed(code, task.place));
            drawings.drawn(task.index, task.resources, uses);
        }
        Map<Integer, Set<Drawings.Use>> cut = new HashMap<>();
        Map<Integer, Place> places = new HashMap<>();
        all.forEach(task -> places.put(task.index, task.place));
        for (Drawings.Cut one : drawings.cuts()) {
            keeper.told().removed(one.code(), places.getOrDefault(one.stream(), new Place(0, "")));
            cut.computeIfAbsent(one.stream(), any -> new HashSet<>()).add(one.use());
        }
        all.stream().filter(task -> cut.containsKey(task.index)).forEach(task -> {
            NamedResources known = named(task.resources);
            Set<Drawings.Use> gone = cut.getOrDefault(task.index, Set.of());
            rewrite(
                    task,
                    (category, name) -> known.has(category, name) && !gone.contains(new Drawings.Use(category, name)),
                    code -> {});
        });
    }

    /** A drawing that waits, as it will be written; empty for what does not wait here, or is too long. */
    Optional<byte[]> drawing(int index) {
        return Optional.ofNullable(forms.get(index))
                .map(task -> {
                    ByteArrayOutputStream out = new ByteArrayOutputStream();
                    write(task, named(task.resources), code -> {}, out);
                    return out.toByteArray();
                })
                .filter(content -> content.length < LONGEST_DRAWING);
    }

    private void rewrite(Task task, NamedResources resources, Consumer<String> dropped) {
        Optional<StreamStore.Source> source =
                task.streams.size() == 1 ? keeper.source(task.streams.getFirst()) : Optional.empty();
        CleanFile.Span span = keeper.store().flate(source, out -> write(task, resources, dropped, out));
        keeper.clean().set(task.index, Images.joined(task.dict, StreamStore.flate()), span);
    }

    private void write(Task task, NamedResources resources, Consumer<String> dropped, OutputStream out) {
        try (InputStream in = joined(task.streams)) {
            InlineImages inline = new InlineImages(keeper, images, spaces, task.resources, task.place);
            new ContentRewriter(ByteInput.of(in), resources, inline, out, dropped, keeper.budget()).rewrite();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private NamedResources counting(Cos resources, Map<Drawings.Use, Integer> uses) {
        NamedResources known = named(resources);
        return (category, name) -> {
            boolean there = known.has(category, name);
            if (there) {
                uses.merge(new Drawings.Use(category, name), 1, Integer::sum);
            }
            return there;
        };
    }

    private InputStream joined(List<RawStream> streams) {
        List<InputStream> all = new ArrayList<>();
        for (RawStream stream : streams) {
            all.add(new LazyInput(() -> keeper.objects().decoded(stream)));
            all.add(new ByteArrayInputStream(new byte[] {'\n'}));
        }
        if (streams.size() == 1) {
            return all.getFirst();
        }
        return new SequenceInputStream(Collections.enumeration(all));
    }

    private NamedResources named(Cos resources) {
        if (!(keeper.clean().resolve(resources) instanceof Cos.Dict dict)) {
            return NamedResources.ANY;
        }
        return (category, name) -> keeper.clean().resolve(dict.get(category)) instanceof Cos.Dict known
                && known.has(name)
                && !(keeper.clean().resolve(known.get(name)) instanceof Cos.Null);
    }
}
