package jp.kiyome.pdf.keep;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.name.CleanName;
import jp.kiyome.core.policy.Policy;
import jp.kiyome.core.policy.PolicyOption;
import jp.kiyome.core.spi.Nested;
import jp.kiyome.pdf.cos.Cos;
import jp.kiyome.pdf.read.Loaded;
import jp.kiyome.pdf.read.RawStream;
import jp.kiyome.pdf.write.CleanFile;
import jp.kiyome.pdf.write.StreamStore;

/**
 * Embedded files (ISO 32000-2, 7.11.4): gone, unless the policy keeps attachments; then each goes the whole way through the engine, and
 * what comes out is embedded again under a name that shows what it is. Not thread-safe.
 */
public final class Attachments {

    /** {@code pdf.attachments}: whether embedded files are removed or rebuilt. */
    public static final PolicyOption OPTION = PolicyOption.of("pdf.attachments", "remove", "keep");

    private static final String GONE = "pdf.embedded-file";

    private final Keeper keeper;

    Attachments(Keeper keeper) {
        this.keeper = keeper;
    }

    static boolean kept(Policy policy) {
        return policy.choice(OPTION).equals("keep");
    }

    /** The name tree of embedded files (7.7.4), as one leaf; the keys are numbers of ours, for nobody is shown them. */
    Optional<Cos> tree(Cos value, Place place) {
        if (!kept(keeper.session().policy())) {
            keeper.told().removed(GONE, place);
            return Optional.empty();
        }
        TreeMap<String, Cos> files = new TreeMap<>();
        new Trees(keeper).names(value, place, files::putIfAbsent);
        List<Cos> pairs = new ArrayList<>();
        files.forEach((key, file) -> file(file, place).ifPresent(kept -> {
            pairs.add(new Cos.Str(String.format(Locale.ROOT, "%06d", pairs.size() / 2)));
            pairs.add(kept);
        }));
        return pairs.isEmpty()
                ? Optional.empty()
                : Optional.of(CleanFile.ref(keeper.clean().add(Cos.Dict.EMPTY.with("Names", new Cos.Arr(pairs)))));
    }

    /** A file specification with a file in it (7.11.3); one that points outside is gone. */
    Optional<Cos> file(Cos value, Place place) {
        keeper.budget().entries(1);
        Optional<Cos> kept = keeper.copies().once(value, "attachment", index -> {
            Cos.Dict specification = Cos.dict(keeper.resolve(value)).orElse(Cos.Dict.EMPTY);
            embedded(specification).ifPresent(stream -> rebuild(index, specification, stream, place));
        });
        if (kept.isEmpty()) {
            keeper.told().removed(GONE, place);
        }
        return kept;
    }

    private Optional<RawStream> embedded(Cos.Dict specification) {
        Cos.Dict files = Cos.dict(keeper.resolve(specification.get("EF"))).orElse(Cos.Dict.EMPTY);
        return keeper.stream(files.get("UF"))
                .or(() -> keeper.stream(files.get("F")))
                .flatMap(Loaded::stream);
    }

    private void rebuild(int index, Cos.Dict specification, RawStream stream, Place place) {
        String name = name(specification);
        if (!(keeper.session().child(name, content(stream), Set.of()) instanceof Nested.Clean clean)) {
            return;
        }
        CleanName shown = CleanName.of(name, Set.copyOf(clean.type().extensions()), Optional.of(clean.type()));
        if (!shown.name().equals(name)) {
            keeper.told().changed("pdf.attachment-name", place);
        }
        Cos.Str text = TextStrings.of(shown.name());
        Cos.Dict kept = Cos.Dict.EMPTY
                .with("Type", Cos.name("Filespec"))
                .with("F", text)
                .with("UF", text)
                .with("EF", Cos.Dict.EMPTY.with("F", CleanFile.ref(embed(clean.content(), stream))));
        Optional<Cos> description = TextStrings.clean(keeper.resolve(specification.get("Desc")));
        keeper.clean().set(index, description.isPresent() ? kept.with("Desc", description.get()) : kept);
    }

    private String name(Cos.Dict specification) {
        for (String key : List.of("UF", "F")) {
            if (keeper.resolve(specification.get(key)) instanceof Cos.Str text) {
                return TextStrings.text(text);
            }
        }
        return "attachment";
    }

    private Content content(RawStream stream) {
        Sink sink = keeper.session().scratch();
        try (InputStream in = keeper.objects().decoded(stream)) {
            in.transferTo(sink);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sink.finish();
    }

    private int embed(Content content, RawStream before) {
        CleanFile.Span span = keeper.store()
                .flate(keeper.source(before), out -> content.stream().transferTo(out));
        Cos.Dict dict = StreamStore.flate()
                .with("Type", Cos.name("EmbeddedFile"))
                .with("Params", Cos.Dict.EMPTY.with("Size", Cos.num(content.size())));
        int index = keeper.clean().add();
        keeper.clean().set(index, dict, span);
        return index;
    }
}
