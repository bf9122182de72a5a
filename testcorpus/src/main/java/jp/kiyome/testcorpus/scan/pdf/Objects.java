package jp.kiyome.testcorpus.scan.pdf;

import java.util.Locale;
import java.util.Set;

/**
 * Looks at the values of one object.
 *
 * @param where it stands
 * @param found takes what is found
 * @param references takes each reference, with the key it stands at
 */
record Objects(String where, Found found, References references) {

    /** Takes references to other objects. */
    interface References {
        void reach(Value reference, String key);
    }

    private static final Set<String> NUMBERS = Set.of(
            "Rect", "BBox", "FontBBox", "FontMatrix", "Matrix", "MediaBox", "CropBox", "Domain", "Range", "Widths");

    /** A value, the key that leads to it, and whether data follow it. */
    void value(Value value, String key, boolean stream) {
        switch (value) {
            case Value.Dict dict -> dict(dict, key, stream);
            case Value.Arr array -> {
                if (NUMBERS.contains(key) && !array.items().stream().allMatch(Value.Num.class::isInstance)) {
                    found.vector(where, key + " of something else than numbers");
                }
                array.items().forEach(item -> value(item, key, false));
            }
            case Value.Ref ref -> references.reach(ref, key);
            case Value.Name name -> name(name.text(), key);
            case Value.Str string -> string(string.bytes(), key);
            case Value.Num num -> {}
            case Value.Word word -> {
                if (!Set.of("true", "false", "null").contains(word.text())) {
                    found.structure(where, "the word " + word.text());
                }
            }
        }
    }

    private void dict(Value.Dict dict, String key, boolean stream) {
        dict.doubled().forEach(twice -> found.vector(where, "key " + twice + " is there twice"));
        boolean named = !stream && Lists.PDF.has("named", key) && !dict.has("Type") && !dict.has("ShadingType");
        action(dict, key);
        dict.entries().forEach((inner, value) -> {
            if (named) {
                entry(key, inner, value);
            } else if (!Lists.PDF.has("key", inner)) {
                found.vector(where, "key " + inner);
            }
            boolean list = Set.of("C", "F", "A", "Dest", "D").contains(inner) && named;
            value(value, named ? list ? "" : key + "/" : inner, false);
        });
        if (dict.has("F") && !(dict.get("F") instanceof Value.Num)) {
            found.vector(where, "a file elsewhere");
        }
        if (dict.name("Type").equals("Pages")
                && !(dict.get("Kids") instanceof Value.Arr kids
                        && kids.items().size() == dict.number("Count", -1)
                        && !dict.has("Parent"))) {
            found.structure(where, "a page tree that is not flat");
        }
        if (dict.has("Contents") && dict.name("Type").equals("Page") && dict.get("Contents") instanceof Value.Str) {
            found.structure(where, "content that is no stream");
        }
    }

    /** What a dictionary of names may hold: nothing that stands for itself. */
    private void entry(String key, String name, Value value) {
        boolean plain = value instanceof Value.Str || value instanceof Value.Num;
        if (plain) {
            found.vector(where, key + " holds a value at " + name);
        }
    }

    private void action(Value.Dict dict, String key) {
        String kind = dict.name("S");
        boolean told = Lists.PDF.has("holds-action", key) && dict.has("S") && !dict.has("O");
        boolean elsewhere =
                Lists.PDF.has("known-action", kind) && !key.equals("K") && !(dict.get("P") instanceof Value.Ref);
        if ((told || elsewhere) && !Lists.PDF.has("action", kind)) {
            found.vector(where, "action " + kind);
        }
        if ((told || elsewhere) && kind.equals("URI") && !key.equals("A")) {
            found.vector(where, "a link that nobody clicks");
        }
        if (dict.has("URI")) {
            link(dict.get("URI"));
        }
    }

    private void link(Value value) {
        String target = value instanceof Value.Str string ? string.bytes() : "";
        int colon = target.indexOf(':');
        String scheme = target.substring(0, colon + 1).toLowerCase(Locale.ROOT);
        if (!Lists.PDF.has("scheme", scheme) || target.chars().anyMatch(c -> c <= ' ' || c > 126)) {
            found.vector(where, "a link that leads elsewhere");
        }
    }

    private void name(String name, String key) {
        boolean listed =
                switch (key) {
                    case "Type" -> Lists.PDF.has("type", name) || Lists.PDF.has("subtype", name);
                    case "Subtype" -> Lists.PDF.has("subtype", name);
                    case "Filter" -> Lists.PDF.has("filter", name);
                    case "TR", "TR2" -> name.equals("Identity") || name.equals("Default");
                    case "FT" -> !name.equals("Sig");
                    default -> true;
                };
        if (!listed) {
            found.vector(where, key + " " + name);
        }
    }

    private void string(String bytes, String key) {
        if (Set.of("F", "TR", "Filter", "Type", "FontFile2", "FontFile3").contains(key)) {
            found.vector(where, key + " is a string");
        }
        if (key.equals("JS") || bytes.startsWith("%PDF-") || bytes.startsWith("MZ")) {
            found.vector(where, "a string with a program or file in it");
        }
    }
}
