package jp.kiyome.pdf.keep;

import java.util.Map;
import java.util.Set;
import jp.kiyome.pdf.allow.Shape;

/** Entries that no rule keeps because code reads or writes them, or because they say nothing: dropped without a finding. Stateless. */
final class OwnEntries {

    private static final Set<String> STREAM = Set.of("Length", "Filter", "DecodeParms", "DL");
    /** Keys of earlier versions that readers pass over (9.6.2.1, 8.10.2, 9.8.1). */
    private static final Map<String, Set<String>> UNUSED = Map.of(
            "Catalog", Set.of("Extensions"),
            "Image", Set.of("Name"),
            "Form", Set.of("Name"),
            "SimpleFont", Set.of("Name"),
            "Font/Type1", Set.of("Name"),
            "Font/TrueType", Set.of("Name"),
            "Font/Type3", Set.of("Name"),
            "FontDescriptor", Set.of("CharSet", "CIDSet"));

    /** What says how media play: the finding on the annotation tells of all of it. */
    private static final Set<String> PLAYED = Set.of(
            "Subtype",
            "Movie",
            "T",
            "MK",
            "RichMediaContent",
            "RichMediaSettings",
            "3DD",
            "3DV",
            "3DA",
            "3DI",
            "3DB",
            "3DU",
            "ExData",
            "Border",
            "BS",
            "C",
            "M");

    private static final Map<String, Set<String>> BY_SHAPE = Map.ofEntries(
            Map.entry("Page", Set.of("Parent", "Contents")),
            Map.entry("Catalog", Set.of("Pages", "Version")),
            Map.entry("OutlineItem", Set.of("Parent", "Prev", "Next", "First", "Last", "Count")),
            Map.entry("Image", Set.of("SMaskInData")),
            Map.entry(Annotations.POSTER, PLAYED));

    private OwnEntries() {}

    /** Whether a key says nothing to readers of today. */
    static boolean unused(Shape shape, String key) {
        return UNUSED.getOrDefault(shape.name(), Set.of()).contains(key);
    }

    static boolean has(Shape shape, String key) {
        return shape.isStream() && STREAM.contains(key)
                || BY_SHAPE.getOrDefault(shape.name(), Set.of()).contains(key);
    }
}
