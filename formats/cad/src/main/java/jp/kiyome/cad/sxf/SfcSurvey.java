package jp.kiyome.cad.sxf;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.kiyome.cad.part21.Ids;
import jp.kiyome.core.finding.Refusal;

/** What a first look at an SFC file must find: codes that are defined, limits that are kept, figures that end. Not thread-safe. */
final class SfcSurvey {

    /** Limits of SXF: how often a feature may stand in a file. */
    private static final Map<String, Long> MOST = Map.of(
            "drawing_sheet_feature", 1L,
            "layer_feature", 256L,
            "pre_defined_colour_feature", 16L,
            "user_defined_colour_feature", 240L,
            "pre_defined_font_feature", 16L,
            "user_defined_font_feature", 16L,
            "width_feature", 16L,
            "text_font_feature", 1024L,
            "drawing_attribute_feature", 1L);

    private static final int DEEPEST = 64;
    private static final long MOST_DRAWN = 50_000_000;

    private final Ids ids = new Ids();
    private final Map<String, Long> counts = new TreeMap<>();
    private final Map<String, Map<String, Long>> figures = new TreeMap<>();
    private final Map<String, Long> sizes = new TreeMap<>();
    private final Map<String, Long> drawn = new TreeMap<>();
    private final Set<String> open = new TreeSet<>();
    private Map<String, Long> placed = new TreeMap<>();
    private long size;
    private long layer;
    private long font;

    void see(Feature feature) {
        if (!ids.add(feature.id())) {
            throw Refusal.of("sxf.structure", "two features of one number, #" + feature.id());
        }
        String name = feature.name();
        long count = counts.merge(name, 1L, Long::sum);
        if (count > MOST.getOrDefault(name, Long.MAX_VALUE)) {
            throw Refusal.of("sxf.limit", name);
        }
        codes(feature);
        size++;
        if (name.equals("sfig_locate_feature")) {
            placed.merge(feature.value(1), 1L, Long::sum);
        } else if (name.equals("sfig_org_feature")) {
            // What stood before it, since the figure before, is what it holds.
            figures.put(feature.value(0), placed);
            sizes.put(feature.value(0), size);
            placed = new TreeMap<>();
            size = 0;
        } else if (name.equals("polyline_feature") && Long.parseLong(feature.value(4)) < 2) {
            throw Refusal.of("sxf.limit", name);
        }
    }

    private void codes(Feature feature) {
        List<String> rules = FeatureTable.SXF.rules(feature.name()).orElseThrow();
        for (int i = 0; i < rules.size(); i++) {
            switch (rules.get(i)) {
                case "layer" -> layer = Math.max(layer, Long.parseLong(feature.value(i)));
                case "font" -> font = Math.max(font, Long.parseLong(feature.value(i)));
                case "hatch" -> {
                    return;
                }
                default -> {}
            }
        }
    }

    /** Refuses what is not closed in itself. */
    void finish() {
        if (layer > counts.getOrDefault("layer_feature", 0L)) {
            throw Refusal.of("sxf.code", "layer " + layer);
        }
        if (font > counts.getOrDefault("text_font_feature", 0L)) {
            throw Refusal.of("sxf.code", "text font " + font);
        }
        figures.keySet().forEach(this::unfolded);
        if (sum(size, placed) > MOST_DRAWN) {
            throw Refusal.of("sxf.figure-bomb", "");
        }
    }

    private long sum(long own, Map<String, Long> figuresPlaced) {
        long sum = own;
        for (Map.Entry<String, Long> figure : figuresPlaced.entrySet()) {
            sum = Math.addExact(sum, Math.multiplyExact(figure.getValue(), unfolded(figure.getKey())));
        }
        return sum;
    }

    private long unfolded(String figure) {
        Long known = drawn.get(figure);
        if (known != null) {
            return known;
        }
        Map<String, Long> inside = figures.get(figure);
        if (inside == null) {
            throw Refusal.of("sxf.code", "a figure that is not defined");
        }
        if (!open.add(figure) || open.size() > DEEPEST) {
            throw Refusal.of("sxf.figure-loop", "");
        }
        long sum = sum(sizes.getOrDefault(figure, 0L), inside);
        if (sum > MOST_DRAWN) {
            throw Refusal.of("sxf.figure-bomb", "");
        }
        open.remove(figure);
        drawn.put(figure, sum);
        return sum;
    }
}
