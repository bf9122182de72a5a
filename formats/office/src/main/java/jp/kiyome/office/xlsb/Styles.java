package jp.kiyome.office.xlsb;

import java.util.HashMap;
import java.util.Map;

/** How many fonts, formats and other looks the styles have, which cells and formats name by number ([MS-XLSB] 2.1.7.50). Immutable. */
final class Styles {

    private static final int FORMATS_OF_STYLES = 626;

    private final Map<String, Integer> counts;

    private Styles(Map<String, Integer> counts) {
        this.counts = Map.copyOf(counts);
    }

    static Styles none() {
        return new Styles(Map.of());
    }

    static Styles of(PartSource part) {
        Map<String, Integer> counts = new HashMap<>();
        String formats = "format";
        try (RecordStream records = new RecordStream(part)) {
            while (records.next()) {
                switch (records.id()) {
                    case FORMATS_OF_STYLES -> formats = "parent";
                    case Brt.CELL_FORMATS -> formats = "format";
                    case Brt.FORMAT -> counts.merge(formats, 1, Integer::sum);
                    case Brt.FONT -> counts.merge("font", 1, Integer::sum);
                    case Brt.FILL -> counts.merge("fill", 1, Integer::sum);
                    case Brt.BORDER -> counts.merge("border", 1, Integer::sum);
                    case Brt.DIFFERENTIAL -> counts.merge("dxf", 1, Integer::sum);
                    default -> {}
                }
            }
        }
        counts.merge("parent-of-style", counts.getOrDefault("parent", 0), Integer::sum);
        return new Styles(counts);
    }

    /** How many there are of what {@code records.allow} calls so. */
    int count(String which) {
        return counts.getOrDefault(which, 0);
    }
}
