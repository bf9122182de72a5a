package jp.kiyome.pdf.keep;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.pdf.allow.Rule;
import jp.kiyome.pdf.cos.Cos;
import jp.kiyome.pdf.cos.Num;
import jp.kiyome.pdf.picture.Icc;
import jp.kiyome.pdf.read.Loaded;
import jp.kiyome.pdf.read.RawStream;
import jp.kiyome.pdf.write.CleanFile;
import jp.kiyome.pdf.write.StreamStore;

/** Colour spaces (ISO 32000-2, 8.6). */
final class ColourSpaces {

    private static final int DEEPEST = 6;
    private static final int MOST_COLOURANTS = 32;
    private static final Set<String> PLAIN = Set.of("DeviceGray", "DeviceRGB", "DeviceCMYK", "Pattern");

    private final Keeper keeper;

    ColourSpaces(Keeper keeper) {
        this.keeper = keeper;
    }

    Optional<Cos> keep(Cos value, Place place) {
        Optional<Cos> kept = keep(value, place, 0);
        if (kept.isEmpty()) {
            keeper.told().removed("pdf.colour-space", place);
        }
        return kept;
    }

    private Optional<Cos> keep(Cos value, Place place, int depth) {
        Cos found = keeper.resolve(value);
        if (found instanceof Cos.Name name) {
            return plain(name.text());
        }
        if (!(found instanceof Cos.Arr array) || depth > DEEPEST) {
            return Optional.empty();
        }
        if (value instanceof Cos.Ref ref) {
            Place own = new Place(ref.number(), "");
            Optional<Cos> once = keeper.copies().once(value, "colour space", index -> array(array, own, depth)
                    .ifPresent(cs -> keeper.clean().set(index, cs)));
            // A name needs no object of its own.
            return once.map(r -> keeper.clean().resolve(r) instanceof Cos.Name name ? name : r);
        }
        return array(array, place, depth);
    }

    private static Optional<Cos> plain(String name) {
        return switch (name) {
            case "G" -> Optional.of(Cos.name("DeviceGray"));
            case "RGB", "CalRGB" -> Optional.of(Cos.name("DeviceRGB"));
            case "CMYK", "CalCMYK" -> Optional.of(Cos.name("DeviceCMYK"));
            case "CalGray" -> Optional.of(Cos.name("DeviceGray"));
            default -> PLAIN.contains(name) ? Optional.of(Cos.name(name)) : Optional.empty();
        };
    }

    private Optional<Cos> array(Cos.Arr array, Place place, int depth) {
        String family = keeper.resolve(array.get(0)) instanceof Cos.Name name ? name.text() : "";
        return switch (family) {
            case "CalGray", "CalRGB", "Lab" -> calibrated(family, keeper.resolve(array.get(1)));
            case "ICCBased" -> profiled(array.get(1), place);
            case "Indexed", "I" -> indexed(array, place, depth);
            case "Separation", "DeviceN" -> tinted(family, array, place, depth);
            case "Pattern" ->
                array.size() < 2
                        ? plain(family)
                        : keep(array.get(1), place, depth + 1).map(base -> Cos.Arr.of(Cos.name(family), base));
            default -> plain(family);
        };
    }

    /** 8.6.5.2 to 8.6.5.4. */
    private Optional<Cos> calibrated(String family, Cos value) {
        if (!(value instanceof Cos.Dict dict)) {
            return Optional.empty();
        }
        Cos.Dict kept = Cos.Dict.EMPTY;
        for (String key : List.of("WhitePoint", "BlackPoint", "Gamma", "Matrix", "Range")) {
            Cos found = keeper.resolve(dict.get(key));
            Optional<Cos> numbers = found instanceof Num ? Optional.of(found) : keeper.numbers(found, -1);
            if (numbers.isPresent()) {
                kept = kept.with(key, numbers.get());
            }
        }
        return kept.has("WhitePoint") ? Optional.of(Cos.Arr.of(Cos.name(family), kept)) : Optional.empty();
    }

    /** 8.6.5.5. */
    private Optional<Cos> profiled(Cos value, Place place) {
        Optional<Loaded> profile = keeper.stream(value);
        if (profile.isEmpty()) {
            return Optional.empty();
        }
        Cos.Dict dict = profile.get().dict();
        int channels = Cos.integer(keeper.resolve(dict.get("N")), 0);
        if (channels != 1 && channels != 3 && channels != 4) {
            return Optional.empty();
        }
        Optional<Cos> kept = stream(value, channels, place);
        if (kept.isPresent()) {
            return Optional.of(Cos.Arr.of(Cos.name("ICCBased"), kept.get()));
        }
        keeper.told().replaced("pdf.colour-profile", place);
        return plain(channels == 1 ? "G" : channels == 3 ? "RGB" : "CMYK");
    }

    private Optional<Cos> stream(Cos value, int channels, Place place) {
        return keeper.copies().once(value, "profile " + channels, index -> keeper.stream(value)
                .flatMap(Loaded::stream)
                .ifPresent(stream -> profile(index, stream, channels, place)));
    }

    private void profile(int index, RawStream stream, int channels, Place place) {
        byte[] before = Attempt.at(() -> Optional.of(keeper.objects().bytes(stream, Icc.LARGEST)))
                .orElse(new byte[0]);
        Icc.rebuilt(before, channels).ifPresent(rebuilt -> {
            if (!Arrays.equals(before, rebuilt)) {
                keeper.told().changed("pdf.colour-profile", place);
            }
            CleanFile.Span span = keeper.store().flate(keeper.source(stream), out -> out.write(rebuilt));
            keeper.clean().set(index, StreamStore.flate().with("N", Cos.num(channels)), span);
        });
    }

    /** The profile of an output intent (14.11.5). */
    Optional<Cos> outputProfile(Cos value, Place place) {
        int channels = keeper.stream(value)
                .map(s -> Cos.integer(keeper.resolve(s.dict().get("N")), 0))
                .orElse(0);
        Optional<Cos> kept =
                channels == 1 || channels == 3 || channels == 4 ? stream(value, channels, place) : Optional.empty();
        if (kept.isEmpty()) {
            keeper.told().removed("pdf.colour-profile", place);
        }
        return kept;
    }

    /** 8.6.6.3. */
    private Optional<Cos> indexed(Cos.Arr array, Place place, int depth) {
        Optional<Cos> base = keep(array.get(1), place, depth + 1);
        int highest = Cos.integer(keeper.resolve(array.get(2)), -1);
        int channels = base.map(this::components).orElse(0);
        if (channels == 0 || highest < 0 || highest > 255) {
            return Optional.empty();
        }
        byte[] table;
        if (keeper.resolve(array.get(3)) instanceof Cos.Str string) {
            table = string.toBytes();
        } else {
            Optional<RawStream> stream = keeper.stream(array.get(3)).flatMap(Loaded::stream);
            if (stream.isEmpty()) {
                return Optional.empty();
            }
            try (InputStream in = keeper.objects().decoded(stream.get())) {
                table = in.readNBytes((highest + 1) * channels);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        Cos.Str whole = Cos.Str.of(Arrays.copyOf(table, (highest + 1) * channels));
        return Optional.of(Cos.Arr.of(Cos.name("Indexed"), base.get(), Cos.num(highest), whole));
    }

    /** 8.6.6.4 and 8.6.6.5. */
    private Optional<Cos> tinted(String family, Cos.Arr array, Place place, int depth) {
        Cos names = keeper.resolve(array.get(1));
        if (names instanceof Cos.Arr list) {
            List<Cos> kept = new ArrayList<>();
            list.items().forEach(item -> {
                if (keeper.resolve(item) instanceof Cos.Name name) {
                    kept.add(name);
                }
            });
            if (kept.size() != list.size() || kept.isEmpty() || kept.size() > MOST_COLOURANTS) {
                return Optional.empty();
            }
            names = new Cos.Arr(kept);
        }
        if (names instanceof Cos.Name != family.equals("Separation")) {
            return Optional.empty();
        }
        Optional<Cos> alternate = keep(array.get(2), place, depth + 1);
        Optional<Cos> function =
                keeper.keep(array.get(3), new Rule.Shaped("Function", "FunctionType", "", false), place);
        Cos kept = names;
        return alternate.flatMap(base -> function.map(tint -> Cos.Arr.of(Cos.name(family), kept, base, tint)));
    }

    /** How many numbers make a colour of a clean colour space; 0 for patterns and what is none. */
    int components(Cos clean) {
        Cos found = keeper.clean().resolve(clean);
        if (found instanceof Cos.Name name) {
            return switch (name.text()) {
                case "DeviceGray" -> 1;
                case "DeviceRGB" -> 3;
                case "DeviceCMYK" -> 4;
                default -> 0;
            };
        }
        if (!(found instanceof Cos.Arr array) || !(array.get(0) instanceof Cos.Name family)) {
            return 0;
        }
        return switch (family.text()) {
            case "CalGray", "Indexed", "Separation" -> 1;
            case "CalRGB", "Lab" -> 3;
            case "DeviceN" -> array.get(1) instanceof Cos.Arr names ? names.size() : 0;
            case "ICCBased" ->
                keeper.clean().resolve(array.get(1)) instanceof Cos.Dict dict ? Cos.integer(dict.get("N"), 0) : 0;
            default -> 0;
        };
    }
}
