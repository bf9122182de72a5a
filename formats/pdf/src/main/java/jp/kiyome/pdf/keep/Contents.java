package jp.kiyome.pdf.keep;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import jp.kiyome.pdf.content.ContentRewriter;
import jp.kiyome.pdf.content.NamedResources;
import jp.kiyome.pdf.cos.ByteInput;
import jp.kiyome.pdf.cos.Cos;
import jp.kiyome.pdf.read.Loaded;
import jp.kiyome.pdf.read.RawStream;
import jp.kiyome.pdf.write.CleanFile;
import jp.kiyome.pdf.write.StreamStore;

/** Content streams (ISO 32000-2, 7.8.2): collected during the walk, rewritten when all resources that they name are known. */
final class Contents implements Keeper.StreamRule {

    private record Task(int index, Cos.Dict dict, List<RawStream> streams, Cos resources, Place place) {}

    private final Keeper keeper;
    private final Images images;
    private final ColourSpaces spaces;
    private final Deque<Task> tasks = new ArrayDeque<>();

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
        tasks.add(new Task(index, kept, List.of(stream), kept.get("Resources"), place));
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
        if (contents instanceof Cos.Ref ref) {
            keeper.claim(ref.number(), 0);
        }
        if (keeper.resolve(contents) instanceof Cos.Arr array && depth < 2) {
            array.items().forEach(item -> collect(item, streams, depth + 1));
        }
    }

    void run() {
        while (!tasks.isEmpty()) {
            Task task = tasks.remove();
            Optional<StreamStore.Source> source =
                    task.streams.size() == 1 ? keeper.source(task.streams.getFirst()) : Optional.empty();
            CleanFile.Span span = keeper.store().flate(source, out -> {
                try (InputStream in = joined(task.streams)) {
                    Place place = task.place;
                    new ContentRewriter(
                                    ByteInput.of(in),
                                    named(task.resources),
                                    new InlineImages(keeper, images, spaces, task.resources, place),
                                    out,
                                    code -> keeper.told().removed(code, place),
                                    keeper.budget())
                            .rewrite();
                }
            });
            keeper.clean().set(task.index, Images.joined(task.dict, StreamStore.flate()), span);
        }
    }

    private InputStream joined(List<RawStream> streams) {
        List<InputStream> all = new ArrayList<>();
        for (RawStream stream : streams) {
            all.add(new Lazy(() -> keeper.objects().decoded(stream)));
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

    /** Opened when it is first read: a page may have thousands of streams. */
    private static final class Lazy extends InputStream {

        private final Supplier<InputStream> opener;
        private Optional<InputStream> opened = Optional.empty();

        Lazy(Supplier<InputStream> opener) {
            this.opener = opener;
        }

        private InputStream in() {
            if (opened.isEmpty()) {
                opened = Optional.of(opener.get());
            }
            return opened.get();
        }

        @Override
        public int read() throws IOException {
            return in().read();
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return in().read(target, offset, length);
        }

        @Override
        public void close() {
            opened.ifPresent(stream -> {
                try {
                    stream.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
