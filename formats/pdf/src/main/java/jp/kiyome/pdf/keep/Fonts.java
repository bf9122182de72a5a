package jp.kiyome.pdf.keep;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import jp.kiyome.pdf.cos.Cos;
import jp.kiyome.pdf.font.CharacterMap;
import jp.kiyome.pdf.font.FontProgram;
import jp.kiyome.pdf.read.Loaded;
import jp.kiyome.pdf.read.RawStream;
import jp.kiyome.pdf.write.CleanFile;
import jp.kiyome.pdf.write.StreamStore;

/** What fonts carry besides numbers (ISO 32000-2, 9.6 to 9.10): programs and character maps, read and written anew. */
final class Fonts {

    private static final int LARGEST_PROGRAM = 1 << 26;
    private static final int LARGEST_MAP = 1 << 24;
    private static final int GLYPH_MAP = 2 << 16;

    private final Keeper keeper;
    private final Map<Integer, RawStream> unicode = new HashMap<>();

    Fonts(Keeper keeper) {
        this.keeper = keeper;
    }

    void register() {
        keeper.rule("font-program", this::program);
        keeper.rule("to-unicode", this::toUnicode);
        keeper.rule("character-map", this::characterMap);
        keeper.rule("glyph-map", this::glyphMap);
    }

    private Optional<Cos> program(Cos value, Place place) {
        Optional<Cos> kept = keeper.copies().once(value, "font program", index -> stream(value)
                .flatMap(stream -> rebuilt(stream, LARGEST_PROGRAM, bytes -> program(bytes, place)))
                .ifPresent(font -> set(index, font, stream(value).orElseThrow())));
        if (kept.isEmpty()) {
            keeper.told().removed("pdf.font-program", place);
        }
        return kept;
    }

    private Optional<FontProgram.Rebuilt> program(byte[] bytes, Place place) {
        Optional<FontProgram.Rebuilt> font = FontProgram.rebuilt(bytes, keeper.budget());
        if (font.isPresent() && !Arrays.equals(bytes, font.get().bytes())) {
            keeper.told().changed("pdf.font-rewritten", place);
        }
        if (font.isPresent() && FontProgram.hasStrangeMatrix(bytes)) {
            keeper.told().changed("pdf.font-matrix", place);
        }
        return font;
    }

    private void set(int index, FontProgram.Rebuilt font, RawStream stream) {
        Cos.Dict dict = StreamStore.flate();
        // 9.9, table 125: lengths for TrueType, a subtype for the compact forms.
        dict = font.subtype().isEmpty()
                ? dict.with("Length1", Cos.num(font.bytes().length))
                : dict.with("Subtype", Cos.name(font.subtype()));
        CleanFile.Span span = keeper.store().flate(keeper.source(stream), out -> out.write(font.bytes()));
        keeper.clean().set(index, dict, span);
    }

    private Optional<RawStream> stream(Cos value) {
        return keeper.stream(value).flatMap(Loaded::stream);
    }

    private <T> Optional<T> rebuilt(RawStream stream, int most, Function<byte[], Optional<T>> rebuild) {
        return Attempt.at(() -> rebuild.apply(keeper.objects().bytes(stream, most)));
    }

    private Optional<Cos> toUnicode(Cos value, Place place) {
        if (keeper.resolve(value) instanceof Cos.Name name && name.text().startsWith("Identity-")) {
            return Optional.of(name);
        }
        Optional<Cos> kept =
                map(value, "unicode", place, Cos.Dict.EMPTY, bytes -> CharacterMap.toUnicode(bytes, keeper.budget()));
        kept.ifPresent(map -> stream(value).ifPresent(stream -> unicode.put(((Cos.Ref) map).number(), stream)));
        return kept;
    }

    /** The data of a map to Unicode that was kept. */
    Optional<byte[]> unicode(Cos kept) {
        return kept instanceof Cos.Ref ref && unicode.containsKey(ref.number())
                ? Optional.of(keeper.objects().bytes(requireNonNull(unicode.get(ref.number())), LARGEST_MAP))
                : Optional.empty();
    }

    private Optional<Cos> characterMap(Cos value, Place place) {
        if (keeper.resolve(value) instanceof Cos.Name name) {
            if (CharacterMap.predefined(name.text())) {
                return Optional.of(name);
            }
            keeper.told().removed("pdf.character-map", place);
            return Optional.of(Cos.name("Identity-H"));
        }
        Cos.Dict dict = keeper.stream(value).map(Loaded::dict).orElse(Cos.Dict.EMPTY);
        Cos.Dict kept = Cos.Dict.EMPTY
                .with("Type", Cos.name("CMap"))
                .with("CMapName", Cos.name("Kiyome"))
                .with("WMode", Cos.num(Cos.integer(keeper.resolve(dict.get("WMode")), 0) == 1 ? 1 : 0));
        Optional<Cos> system = keeper.keep(dict.get("CIDSystemInfo"), "CIDSystemInfo", place);
        if (system.isPresent()) {
            kept = kept.with(
                    "CIDSystemInfo", keeper.clean().resolve(system.get()) instanceof Cos.Dict d ? d : Cos.Dict.EMPTY);
        }
        if (keeper.resolve(dict.get("UseCMap")) instanceof Cos.Name base && CharacterMap.predefined(base.text())) {
            kept = kept.with("UseCMap", base);
        }
        return map(value, "codes", place, kept, bytes -> CharacterMap.toGlyphs(bytes, keeper.budget()));
    }

    private Optional<Cos> map(
            Cos value,
            String as,
            Place place,
            Cos.Dict dict,
            Function<byte[], Optional<CharacterMap.Rebuilt>> rebuild) {
        Optional<Cos> kept = keeper.copies().once(value, as, index -> stream(value)
                .ifPresent(stream -> rebuilt(stream, LARGEST_MAP, rebuild).ifPresent(map -> {
                    if (map.more()) {
                        keeper.told().removed("pdf.character-map-program", place);
                    }
                    CleanFile.Span span = keeper.store().flate(keeper.source(stream), out -> out.write(map.bytes()));
                    keeper.clean().set(index, Images.joined(dict, StreamStore.flate()), span);
                })));
        if (kept.isEmpty()) {
            keeper.told().removed("pdf.character-map", place);
        }
        return kept;
    }

    /** 9.7.4.3: two bytes for each CID. */
    private Optional<Cos> glyphMap(Cos value, Place place) {
        return keeper.copies().once(value, "glyph map", index -> stream(value).ifPresent(stream -> {
            byte[] map;
            try (InputStream in = keeper.objects().decoded(stream)) {
                map = in.readNBytes(GLYPH_MAP);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            byte[] even = Arrays.copyOf(map, map.length & ~1);
            CleanFile.Span span = keeper.store().flate(keeper.source(stream), out -> out.write(even));
            keeper.clean().set(index, StreamStore.flate(), span);
        }));
    }
}
