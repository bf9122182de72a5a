package jp.kiyome.pdf.keep;

import java.util.Map;
import java.util.Set;
import jp.kiyome.pdf.allow.Shape;

/** Entries that no rule keeps because code reads or writes them, or because they say nothing: dropped without a finding. Stateless. */
final class OwnEntries {

    private static final Set<String> STREAM = Set.of("Length", "Filter", "DecodeParms", "DL");
    private static final Set<String> NAME = Set.of("Name");

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
            Map.entry("Catalog", Set.of("Pages", "Version", "Extensions")),
            Map.entry("OutlineItem", Set.of("Parent", "Prev", "Next", "First", "Last", "Count")),
            Map.entry("Image", Set.of("SMaskInData", "Name")),
            Map.entry("Form", NAME),
            Map.entry(Annotations.POSTER, PLAYED),
            Map.entry("SimpleFont", NAME),
            Map.entry("Font/Type1", NAME),
            Map.entry("Font/TrueType", NAME),
            Map.entry("Font/Type3", NAME),
            Map.entry("FontDescriptor", Set.of("CharSet", "CIDSet")));

    private OwnEntries() {}

    static boolean has(Shape shape, String key) {
        return shape.isStream() && STREAM.contains(key)
                || BY_SHAPE.getOrDefault(shape.name(), Set.of()).contains(key);
    }
}
