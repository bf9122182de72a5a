package jp.kiyome.pdf.keep;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import jp.kiyome.pdf.cos.Cos;
import jp.kiyome.pdf.cos.Num;
import jp.kiyome.pdf.write.CleanFile;

/** Places in the same file (ISO 32000-2, 12.3.2): pages and how they are shown, and names for them. */
// The order of the keys matters.
@SuppressWarnings("NonApiType")
final class Destinations {

    private static final Set<String> FITS = Set.of("XYZ", "Fit", "FitH", "FitV", "FitR", "FitB", "FitBH", "FitBV");
    private static final int LONGEST_NAME = 1024;

    /** Page, kind and four numbers. */
    private static final int LONGEST = 6;

    private final Keeper keeper;
    private final Map<Integer, Integer> pages = new HashMap<>();
    private final List<Integer> order = new ArrayList<>();

    Destinations(Keeper keeper) {
        this.keeper = keeper;
    }

    /** Takes {@code number}: of the page's object in the file that is read; 0 for none */
    void page(int number, int index) {
        order.add(index);
        if (number > 0) {
            pages.putIfAbsent(number, index);
        }
    }

    Optional<Cos> pageOf(Cos value, Place place) {
        return value instanceof Cos.Ref ref
                ? Optional.ofNullable(pages.get(ref.number())).map(CleanFile::ref)
                : Optional.empty();
    }

    /** A destination or the name of one. */
    Optional<Cos> keep(Cos value, Place place) {
        Cos found = keeper.resolve(value);
        boolean named = found instanceof Cos.Name name && name.text().length() <= LONGEST_NAME
                || found instanceof Cos.Str string && string.bytes().length() <= LONGEST_NAME;
        Optional<Cos> kept = named ? Optional.of(found) : explicit(found, place);
        if (kept.isEmpty()) {
            keeper.told().removed("pdf.destination", place);
        }
        return kept;
    }

    /** What a name stands for: a destination, alone or in a dictionary. */
    Optional<Cos> named(Cos value, Place place) {
        Cos found = keeper.resolve(value);
        Optional<Cos> kept = explicit(found instanceof Cos.Dict dict ? keeper.resolve(dict.get("D")) : found, place);
        if (kept.isEmpty()) {
            keeper.told().removed("pdf.destination", place);
        }
        return kept;
    }

    private Optional<Cos> explicit(Cos value, Place place) {
        if (!(value instanceof Cos.Arr array) || array.size() == 0) {
            return Optional.empty();
        }
        Cos page = array.get(0) instanceof Num index
                        && index.whole()
                        && index.unscaled() >= 0
                        && index.unscaled() < order.size()
                ? CleanFile.ref(order.get((int) index.unscaled()))
                : pageOf(array.get(0), place).orElse(Cos.NULL);
        if (page instanceof Cos.Null) {
            return Optional.empty();
        }
        boolean known = keeper.resolve(array.get(1)) instanceof Cos.Name fit && FITS.contains(fit.text());
        List<Cos> kept = new ArrayList<>();
        kept.add(page);
        kept.add(known ? keeper.resolve(array.get(1)) : Cos.name("Fit"));
        for (int i = 2; i < array.size(); i++) {
            Cos item = keeper.resolve(array.get(i));
            boolean fits = known && i < LONGEST;
            if (fits) {
                kept.add(item instanceof Num ? item : Cos.NULL);
            }
            if (!(item instanceof Cos.Null) && !(fits && item instanceof Num)) {
                keeper.told().removed("pdf.refused-value", place);
            }
        }
        return Optional.of(new Cos.Arr(kept));
    }

    /** The name tree (7.9.6) of destinations, as one leaf, names in order. */
    Optional<Cos> tree(Cos value, Place place) {
        TreeMap<String, Cos> names = new TreeMap<>();
        new Trees(keeper).names(value, place, (name, target) -> {
            if (name.length() <= LONGEST_NAME && !names.containsKey(name)) {
                named(target, place).ifPresent(found -> names.put(name, found));
            }
        });
        if (names.isEmpty()) {
            return Optional.empty();
        }
        List<Cos> pairs = new ArrayList<>();
        names.forEach((name, target) -> {
            pairs.add(new Cos.Str(name));
            pairs.add(target);
        });
        return Optional.of(CleanFile.ref(keeper.clean().add(Cos.Dict.EMPTY.with("Names", new Cos.Arr(pairs)))));
    }
}
